package org.preclaim.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an input.
 *
 * @param place where it stands
 * @param code stable, documented, for instance {@code JSON-UNKNOWN-FIELD}
 * @param message lower case, no final stop, the sender's own text in backticks
 * @param help how to put it right, where that is not plain from the message
 */
public record Problem(Place place, String code, String message, @Nullable String help) {

  /** A problem whose message says it all. */
  public Problem(Place place, String code, String message) {
    this(place, code, message, null);
  }

  /** {@code place: CODE message}, and the help on a line of its own. */
  @Override
  public String toString() {
    return place + ": " + code + " " + message + (help == null ? "" : "\n  help: " + help);
  }
}
