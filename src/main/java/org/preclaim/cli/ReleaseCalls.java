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
    String scheduled = release.path("scheduled").asString("");
    out.print(
        release.path("id").asString("")
            + " "
            + release.path("name").asString("")
            + ": "
            + release.path("state").asString("")
            + (scheduled.isEmpty() ? "" : ", in force from " + scheduled)
            + "\n");
    JsonNode steps = release.path("steps");
    String note = steps.path(steps.size() - 1).path("note").asString("");
    if (!note.isEmpty()) {
      out.print("  " + note + "\n");
    }
  }
}
