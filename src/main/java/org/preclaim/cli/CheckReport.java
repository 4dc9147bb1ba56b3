package org.preclaim.cli;

import java.io.PrintStream;
import org.preclaim.answer.DecisionJson;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.answer.DecisionTally;
import org.preclaim.answer.DecisionText;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.decision.Outcome;
import org.preclaim.decision.TraceStep;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/** What {@code check} answers: decisions on standard output, problems on standard error. */
final class CheckReport {

  private final PrintStream out;
  private final PrintStream err;
  private final AnswerFormat format;
  private final Trace trace;
  private final DecisionText text;
  private final DecisionTally tally = new DecisionTally();
  private boolean unreadable;

  private CheckReport(Streams streams, AnswerFormat format, Trace trace) {
    this.out = streams.out();
    this.err = streams.err();
    this.format = format;
    this.trace = trace;
    this.text = new DecisionText(streams.textColour());
  }

  static CheckReport to(Streams streams, AnswerFormat format, Trace trace) {
    return new CheckReport(streams, format, trace);
  }

  /** Whether somebody still reads; {@code check … | head} stops reading. */
  boolean isWanted() {
    return !out.checkError();
  }

  void decided(Encounter encounter, IssuedDecision issued) {
    tally.add(encounter, issued.decision());
    switch (format) {
      case TEXT -> {
        out.print(text.encounter(encounter, issued.decision()));
        if (trace == Trace.INCLUDED) {
          issued.decision().trace().forEach(this::printStep);
          printLine("");
        }
      }
      case JSON -> printLine(DecisionJson.line(issued, trace));
    }
  }

  /** Always a line feed: a line of JSON lines does not depend on the machine. */
  private void printLine(String line) {
    out.print(line);
    out.print('\n');
  }

  private void printStep(TraceStep step) {
    printLine("  " + step.rule() + ": " + String.join(", ", step.facts()) + " -> " + step.states());
  }

  void refused(String file, Admission.Refused refused) {
    unreadable = true;
    tally.addRefused();
    refused.problems().forEach(problem -> printProblem(err, file, problem));
    err.flush();
  }

  /** What was odd and was read all the same; it changes neither decisions nor the exit code. */
  void noticed(String file, Admission.Noticed noticed) {
    for (Problem problem : noticed.problems()) {
      boolean fhir = problem.place() instanceof Place.FhirPath;
      printProblem(err, fhir ? file : file + ": notice", problem);
    }
    err.flush();
  }

  void unreadable(String file, String reason) {
    unreadable = true;
    err.print(file + ": CLI-UNREADABLE " + reason + "\n");
    err.flush();
  }

  /** The exit code, after the summary. */
  int end() {
    if (format == AnswerFormat.TEXT) {
      out.print(text.summary(tally));
    }
    out.flush();
    if (unreadable) {
      return ExitCode.UNREADABLE;
    }
    Long clean = tally.outcomes().get(Outcome.CLEAN);
    return clean != null && clean == tally.encounters() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  /** Some places name their file themselves. */
  static void printProblem(PrintStream err, String file, Problem problem) {
    boolean named = problem.place().toString().startsWith(file + ":");
    boolean cell = problem.place() instanceof Place.Cell;
    err.print((named || cell ? "" : file + ": ") + problem + "\n");
  }
}
