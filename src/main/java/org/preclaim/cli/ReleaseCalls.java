package org.preclaim.cli;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the commands for steps in the life of a release have in common. */
final class ReleaseCalls {

  @Parameters(paramLabel = "ID", description = "The release, as `policies publish` told it.")
  String id = "";

  @Mixin ReasonOption reason = new ReasonOption();
  @Mixin ServerOptions server = new ServerOptions();

  /** Takes the step and tells what the release is then; the exit code. */
  int take(Context context, String step, @Nullable String at) throws InterruptedException {
    PrintStream out = context.streams().out();
    out.print(ReleaseText.of(server.open().step(id, step, reason.text, at)));
    out.flush();
    return ExitCode.CLEAN;
  }
}
