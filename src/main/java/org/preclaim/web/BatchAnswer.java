package org.preclaim.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preclaim.answer.BatchJson;
import org.preclaim.answer.DecisionJson;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.answer.DecisionTally;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.desk.Desk;
import org.preclaim.desk.PendingDecision;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;
import org.preclaim.journal.chain.Sender;
import org.springframework.http.HttpStatus;

/**
 * The answer to a batch: a line for each encounter, then the summary. Where the summary is missing,
 * the batch was cut short.
 */
final class BatchAnswer implements Flushable {

  /** Decisions of a batch that share durable writes of the journal. */
  private static final int OPEN_MAX = 256;

  private final Desk desk;
  private final Faults faults;
  private final Trace trace;
  private final Sender sender;
  private final OutputStream out;
  private final DecisionTally tally = new DecisionTally();
  private final Deque<Open> open = new ArrayDeque<>();
  private boolean waiting;

  /**
   * A decision that is on its way into the journal.
   *
   * @param decision not to be told before it is there
   * @param line of the input, where it has lines
   */
  private record Open(PendingDecision decision, @Nullable Long line) {}

  private BatchAnswer(Desk desk, Faults faults, Trace trace, Sender sender, OutputStream out) {
    this.desk = desk;
    this.faults = faults;
    this.trace = trace;
    this.sender = sender;
    this.out = out;
  }

  /** An empty answer on its way to the sender of the batch. */
  static BatchAnswer to(
      HttpServletResponse response, Desk desk, Faults faults, Trace trace, Sender sender)
      throws IOException {
    response.setContentType(MediaTypes.JSON_LINES);
    return new BatchAnswer(desk, faults, trace, sender, response.getOutputStream());
  }

  /**
   * Answers each of {@code admissions}, and the whole.
   *
   * @param line tells on which line of the input the last admission stood, where it has lines
   */
  void write(Admissions admissions, Supplier<@Nullable Long> line) throws IOException {
    while (admissions.hasNext()) {
      Admission admission = admissions.next();
      if (admission instanceof Admission.Refused refused) {
        refuse(refused, line.get());
      } else if (admission instanceof Admission.Admitted admitted) {
        decide(admitted.encounter(), line.get());
      }
    }
    tellOpen();
    writeLine(BatchJson.summary(tally));
    flush();
  }

  private void decide(Encounter encounter, @Nullable Long line) throws IOException {
    try {
      open.add(new Open(desk.submit(encounter, sender), line));
    } catch (RuntimeException fault) {
      tellOpen();
      fail(fault, line, encounter);
    }
    if (open.size() == OPEN_MAX) {
      tellOpen();
    }
  }

  /** Tells the decisions that wait for the journal, in their order. */
  private void tellOpen() throws IOException {
    for (Open next = open.poll(); next != null; next = open.poll()) {
      Encounter encounter = next.decision().encounter();
      try {
        IssuedDecision issued = next.decision().await();
        writeLine(DecisionJson.line(issued, trace));
        tally.add(encounter, issued.decision());
      } catch (RuntimeException fault) {
        fail(fault, next.line(), encounter);
      }
    }
  }

  /** One encounter that we fail on must not cost the others theirs. */
  private void fail(RuntimeException fault, @Nullable Long line, Encounter encounter)
      throws IOException {
    tally.addRefused();
    writeLine(BatchJson.error(faults.report(fault), line, encounter.id()));
  }

  private void refuse(Admission.Refused refused, @Nullable Long line) throws IOException {
    tellOpen();
    tally.addRefused();
    ProblemAnswer answer = ProblemAnswer.refused(refused, HttpStatus.BAD_REQUEST.value());
    writeLine(BatchJson.error(answer, line, refused.encounterId()));
  }

  private void writeLine(String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
    waiting = true;
  }

  /**
   * Sends what waits. With nothing to send it does nothing: a flush would send the head of the
   * answer, and a client that waits for leave to send its body would not get it any more.
   */
  @Override
  public void flush() throws IOException {
    tellOpen();
    if (waiting) {
      out.flush();
      waiting = false;
    }
  }
}
