package org.preclaim.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.replay.Replay;
import org.preclaim.replay.ReplayProblemCode;
import org.preclaim.replay.ReplayProgress;
import org.preclaim.replay.Report;
import org.preclaim.replay.ReportJson;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A replay in the service: how far it is, and what came of it. */
final class ReplayJob implements Runnable, ReplayProgress {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String id;
  private final Preparation preparation;
  private final Faults faults;
  private volatile Now now = new Now(State.RUNNING, 0, 0, null, List.of());
  private volatile boolean cancelled;

  /** What becomes of it. */
  enum State {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }

  /** Everything about it at one moment. */
  private record Now(
      State state, long entries, long of, @Nullable Report report, List<Problem> problems) {}

  /** Makes the replay; that may take as long as a release takes to compile. */
  @FunctionalInterface
  interface Preparation {
    Replay replay() throws ProblemsException;
  }

  ReplayJob(String id, Preparation preparation, Faults faults) {
    this.id = id;
    this.preparation = preparation;
    this.faults = faults;
  }

  String id() {
    return id;
  }

  boolean isRunning() {
    return now.state() == State.RUNNING;
  }

  void cancel() {
    cancelled = true;
  }

  @Override
  public void done(long entries, long of) {
    now = new Now(State.RUNNING, entries, of, null, List.of());
  }

  @Override
  public void run() {
    try {
      Report report = preparation.replay().run(this, () -> cancelled);
      State end = report.complete() ? State.DONE : State.CANCELLED;
      now = new Now(end, report.entries().chosen(), now.of(), report, List.of());
    } catch (ProblemsException refused) {
      fail(refused.problems());
    } catch (JournalFault unreadable) {
      fail(List.of(unreadable.problem()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      fault("it was interrupted: start it again");
    } catch (IOException | RuntimeException | Error fault) {
      fault(faults.report(fault).detail());
    } finally {
      if (isRunning()) {
        // Not even the fault could be told; a job that never ends keeps all others from starting.
        fault("something is wrong on this side");
      }
    }
  }

  private void fault(String message) {
    fail(List.of(ReplayProblemCode.FAULT.problem("replay", message)));
  }

  private void fail(List<Problem> problems) {
    now = new Now(State.FAILED, now.entries(), now.of(), null, problems);
  }

  /** The job as a line of JSON. */
  String line() {
    Now seen = now;
    ObjectNode line = JSON.createObjectNode();
    line.put("id", id);
    line.put("state", seen.state().name().toLowerCase(Locale.ROOT));
    line.put("entries", seen.entries());
    line.put("of", seen.of());
    if (seen.state() == State.FAILED) {
      ArrayNode problems = line.putArray("problems");
      seen.problems().forEach(each -> problems.add(each.toString()));
    }
    Report report = seen.report();
    if (report != null) {
      line.set("report", JSON.readTree(ReportJson.line(report)));
    }
    return line.toString();
  }
}
