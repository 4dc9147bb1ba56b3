package org.preclaim.cli;

import tools.jackson.databind.JsonNode;

/** What a service says of a release, in words. */
final class ReleaseText {

  private ReleaseText() {}

  /** One line on the release, and one for what was noted with its last step. */
  static String of(JsonNode release) {
    JsonNode steps = release.path("steps");
    return headline(release) + note(steps.path(steps.size() - 1));
  }

  /** Which release it is, and where in its life. */
  static String headline(JsonNode release) {
    return release.path("id").asString("")
        + " "
        + release.path("name").asString("")
        + ": "
        + release.path("state").asString("")
        + scheduled(release)
        + "\n";
  }

  /** From when on it is to be in force; nothing where no time is set. */
  static String scheduled(JsonNode release) {
    String time = release.path("scheduled").asString("");
    return time.isEmpty() ? "" : ", in force from " + time;
  }

  /** A line for what was noted with a step; nothing where nothing was. */
  static String note(JsonNode step) {
    String note = step.path("note").asString("");
    return note.isEmpty() ? "" : "  " + note + "\n";
  }
}
