package org.preclaim.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What the commands for steps in the life of a release have in common. */
final class ReleaseCalls {

  @Parameters(paramLabel = "ID", description = "The release, as `policies publish` told it.")
  String id = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why, for the record; nothing about a patient.")
  String reason = "";

  @Mixin ServerOptions server = new ServerOptions();

  /** Takes the step and tells what the release is then; the exit code. */
  int take(Context context, String step, @Nullable String at)
      throws IOException, InterruptedException {
    PrintStream out = context.streams().out();
    try {
      tell(out, server.open().step(id, step, reason, at));
      out.flush();
      return ExitCode.CLEAN;
    } catch (ServerRefusal refused) {
      return refused.tell(out, context.streams().err());
    }
  }

  /** One line on the release, and one for what was noted with its last step. */
  static void tell(PrintStream out, JsonNode release) {
    JsonNode steps = release.path("steps");
    out.print(headline(release) + note(steps.path(steps.size() - 1)));
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
