package org.preclaim.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Thrown where a service does not do what it is asked, with everything that it says is wrong. */
final class ServerRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What HTTP calls a draft that is not as it should be. */
  private static final int UNUSABLE = 422;

  private final int status;
  private final List<String> lines;

  private ServerRefusal(int status, List<String> lines) {
    super("refused with " + status);
    this.status = status;
    this.lines = List.copyOf(lines);
  }

  /** The refusal that an answer in the terms of RFC 9457 tells. */
  static ServerRefusal of(int status, JsonNode problem) {
    List<String> lines = new ArrayList<>();
    for (JsonNode error : problem.path("errors")) {
      String place = error.path("place").asString("");
      String help = error.path("help").asString("");
      lines.add(
          (place.isEmpty() ? "" : place + ": ")
              + error.path("code").asString("")
              + " "
              + error.path("detail").asString("")
              + (help.isEmpty() ? "" : "\n  help: " + help));
    }
    if (lines.isEmpty()) {
      lines.add(
          "preclaim: the service answered "
              + status
              + ": "
              + problem.path("detail").asString(problem.path("title").asString("")));
    }
    return new ServerRefusal(status, lines);
  }

  /** Tells everything, one problem a line, as `policies verify` does; the exit code. */
  int tell(PrintStream out, PrintStream err) {
    PrintStream where = status == UNUSABLE ? out : err;
    lines.forEach(line -> where.print(line + "\n"));
    if (status == UNUSABLE) {
      where.print("\n" + (lines.size() == 1 ? "1 problem" : lines.size() + " problems"));
      where.print(", nothing was kept\n");
    }
    where.flush();
    return status == UNUSABLE ? ExitCode.FINDINGS : ExitCode.UNREADABLE;
  }
}
