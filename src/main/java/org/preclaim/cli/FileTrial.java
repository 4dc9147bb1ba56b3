package org.preclaim.cli;

import java.io.PrintStream;
import java.util.List;
import org.preclaim.desk.Desk;
import org.preclaim.intake.Admission;
import org.preclaim.problem.Problem;
import org.preclaim.replay.Pace;
import org.preclaim.replay.Report;
import org.preclaim.replay.Trial;

/** Encounters of files decided under two releases; what cannot be read is told on the way. */
final class FileTrial {

  private static final int PROBLEMS_MAX = 20;
  private static final int STEP = 500;
  private static final long UNKNOWN = -1;

  private final Context context;
  private final List<String> files;
  private long problems;

  FileTrial(Context context, List<String> files) {
    this.context = context;
    this.files = files;
  }

  /** The report on all files; {@code desk} reads them. */
  Report run(CandidateRelease before, CandidateRelease after, Desk desk)
      throws InterruptedException {
    try (ReplayBar bar = ReplayBar.on(context.streams(), "effect");
        Trial trial = new Trial(before.ready(), after.ready(), Pace.ofMachine())) {
      for (String file : files) {
        read(file, desk, trial, bar);
      }
      Report report = trial.report();
      bar.done(trial.read(), UNKNOWN);
      tellOthers();
      return report;
    }
  }

  /** A file that cannot be read does not keep the others from being compared. */
  private void read(String file, Desk desk, Trial trial, ReplayBar bar)
      throws InterruptedException {
    String unreadable =
        new EncounterFile(file)
            .admit(
                context.streams(),
                desk,
                () -> !Thread.currentThread().isInterrupted(),
                admission -> take(file, admission, trial, bar));
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (unreadable != null) {
      trial.addUnreadable("CLI-UNREADABLE");
      context.streams().err().print(file + ": CLI-UNREADABLE " + unreadable + "\n");
    }
  }

  private void take(String file, Admission admission, Trial trial, ReplayBar bar) {
    try {
      trial.add(admission);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    if (trial.read() % STEP == 0) {
      bar.done(trial.read(), UNKNOWN);
    }
    if (admission instanceof Admission.Refused refused) {
      refused.problems().forEach(problem -> tell(file, problem));
    }
  }

  private void tell(String file, Problem problem) {
    problems++;
    if (problems <= PROBLEMS_MAX) {
      CheckReport.printProblem(context.streams().err(), file, problem);
    }
  }

  private void tellOthers() {
    PrintStream err = context.streams().err();
    if (problems > PROBLEMS_MAX) {
      err.print("and " + (problems - PROBLEMS_MAX) + " more problems; `check` tells them all\n");
    }
    err.flush();
  }
}
