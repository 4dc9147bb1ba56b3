package org.preclaim.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import org.preclaim.caller.key.KeyFault;
import org.preclaim.desk.Ids;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.problem.ProblemsException;
import picocli.CommandLine;

/**
 * Tells the user what ended a command: what they can put right in plain words, a fault of ours in
 * one line with an id, and its trace only when they ask for it.
 */
final class Faults {

  private final PrintStream out;
  private final PrintStream err;
  private final Ids ids;

  Faults(Context context) {
    this.out = context.streams().out();
    this.err = context.streams().err();
    this.ids = new Ids(context.clock());
  }

  /**
   * Reports {@code exception}; the exit code that says what it was.
   *
   * @param verbose whether somebody asked for the trace of a fault of ours
   * @param command that it ended
   */
  int exitCode(Exception exception, boolean verbose, CommandLine command) {
    if (exception instanceof ServerRefusal refused) {
      return refused.tell(out, err);
    }
    if (exception instanceof ProblemsException refused) {
      refused.problems().forEach(problem -> err.print(problem + "\n"));
      return ExitCode.UNREADABLE;
    }
    if (exception instanceof JournalFault journal) {
      err.print(journal.problem() + "\n");
      return ExitCode.UNREADABLE;
    }
    if (exception instanceof UserError
        || exception instanceof KeyFault
        || exception instanceof Unwritable
        || exception instanceof IOException) {
      err.print("preclaim: " + words(exception) + "\n");
      return ExitCode.UNREADABLE;
    }
    String id = ids.next();
    err.print(
        "preclaim: internal fault " + id + (verbose ? "" : ", --verbose shows the trace") + "\n");
    if (verbose) {
      err.print(command.getColorScheme().richStackTraceString(exception));
    }
    return ExitCode.FAULT;
  }

  private static String words(Exception exception) {
    String message = exception.getMessage();
    if (exception instanceof NoSuchFileException) {
      return "`" + message + "` does not exist";
    }
    return message == null ? "input or output failed" : message;
  }
}
