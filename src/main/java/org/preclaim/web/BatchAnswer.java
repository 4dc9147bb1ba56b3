package org.preclaim.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
import org.preclaim.problem.Problem;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.Refusal;
import org.springframework.http.HttpStatus;

/**
 * The answer to a batch: a line for each encounter, then the summary. Where the summary is missing,
 * the batch was cut short; where that was done here, the last line says why.
 */
final class BatchAnswer implements Flushable {

  /** What may be under way at a time: work for every processor, and for the journal to share. */
  private static final int OPEN_MAX = 256;

  private final Desk desk;
  private final Faults faults;
  private final Trace trace;
  private final Sender sender;
  private final OutputStream out;
  private final DecisionTally tally = new DecisionTally();
  private final Deque<Answer> open = new ArrayDeque<>();
  private final List<Problem> notices = new ArrayList<>();
  private boolean waiting;
  private boolean begun;

  /** The answer to one encounter, told once those before it are. */
  private interface Answer {
    void tell() throws IOException;
  }

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
    try {
      writeAll(admissions, line);
    } catch (Refusal refused) {
      if (!begun && open.isEmpty()) {
        throw refused;
      }
      endWith(refused.problem());
    } catch (IOException | UncheckedIOException broken) {
      if (!begun && open.isEmpty()) {
        throw broken;
      }
      try {
        endWith(HttpProblems.brokenOff());
      } catch (IOException gone) {
        // There is nobody left to tell.
        broken.addSuppressed(gone);
        throw broken;
      }
    }
  }

  /** Tells what was decided; the last line says why there are no more, and no summary. */
  private void endWith(ProblemAnswer why) throws IOException {
    tellOpen();
    writeLine(BatchJson.error(why, null, null));
    flush();
  }

  private void writeAll(Admissions admissions, Supplier<@Nullable Long> line) throws IOException {
    while (admissions.hasNext()) {
      Admission admission = admissions.next();
      if (admission instanceof Admission.Refused refused) {
        refuse(refused, line.get());
      } else if (admission instanceof Admission.Admitted admitted) {
        decide(admitted.encounter(), line.get());
      } else if (admission instanceof Admission.Noticed noticed) {
        notice(noticed);
      }
      if (open.size() >= OPEN_MAX) {
        // The sender waits until the oldest is told: no more than these are ever held.
        open.remove().tell();
      }
    }
    tellOpen();
    writeLine(BatchJson.summary(tally));
    flush();
  }

  private void decide(Encounter encounter, @Nullable Long line) {
    PendingDecision decision = desk.enqueue(encounter, sender);
    List<Problem> about = aboutThis();
    open.add(() -> tell(decision, about, line));
  }

  private void tell(PendingDecision decision, List<Problem> about, @Nullable Long line)
      throws IOException {
    Encounter encounter = decision.encounter();
    try {
      IssuedDecision issued = decision.await();
      writeLine(BatchJson.noticed(DecisionJson.line(issued, trace), about));
      tally.add(encounter, issued.decision());
    } catch (RuntimeException fault) {
      // One encounter that we fail on must not cost the others theirs.
      tally.addRefused();
      writeLine(BatchJson.error(faults.report(fault), line, encounter.id()));
    }
  }

  private void refuse(Admission.Refused refused, @Nullable Long line) {
    ProblemAnswer answer = ProblemAnswer.refused(refused, HttpStatus.BAD_REQUEST.value());
    List<Problem> about = aboutThis();
    open.add(
        () -> {
          tally.addRefused();
          writeLine(BatchJson.noticed(BatchJson.error(answer, line, refused.encounterId()), about));
        });
  }

  /** What was odd about an encounter is told with its answer, what was odd about the file alone. */
  private void notice(Admission.Noticed noticed) {
    if (noticed.encounterId() == null) {
      open.add(() -> writeLine(BatchJson.notices(noticed.problems())));
    } else {
      notices.addAll(noticed.problems());
    }
  }

  private List<Problem> aboutThis() {
    List<Problem> about = List.copyOf(notices);
    notices.clear();
    return about;
  }

  /** Tells everything that is under way, in its order. */
  private void tellOpen() throws IOException {
    for (Answer next = open.poll(); next != null; next = open.poll()) {
      next.tell();
    }
  }

  private void writeLine(String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
    waiting = true;
    begun = true;
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
