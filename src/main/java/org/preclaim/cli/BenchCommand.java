package org.preclaim.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.preclaim.desk.Desk;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.intake.Admission;
import org.preclaim.problem.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench}: how many of a file's encounters this machine decides in a second. */
@Command(
    name = "bench",
    description = "Measures how many of these encounters a second this machine decides.",
    footer = {
      "",
      "Encounters are read once and decided from memory, the first 10000 at most: reading and",
      "writing are not measured. Exit code: 0 measured, 2 there was nothing to measure."
    },
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  /** Enough for any mix of policies to show, and still a few hundred megabytes at most. */
  static final int ENCOUNTERS_MAX = 10_000;

  private static final double SECONDS_MAX = 600;
  private static final double NANOS_PER_SECOND = 1e9;

  @Parameters(paramLabel = "FILE", description = "Encounters; - is standard input.")
  String file = "";

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How long each of the three measurements runs (default: 5).")
  double seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "5",
      description = "Seconds before the first one (default: 5).")
  double warmUp;

  @Mixin FormatOption format = new FormatOption();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  BenchCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, ProblemsException, InterruptedException {
    Bench.Durations durations =
        new Bench.Durations(nanos("--warm-up", warmUp), nanos("--seconds", seconds));
    CompiledRelease release = common.compile();
    Sample sample = read(common.desk(release, context.clock()));
    Bench bench = Bench.of(release, sample.encounters, durations, this::tell);
    PrintStream out = context.streams().out();
    switch (format.chosen) {
      case TEXT -> out.print(BenchAnswer.text(bench, sample.refused, sample.cut));
      case JSON -> out.print(BenchAnswer.json(bench, sample.refused, sample.cut));
    }
    out.flush();
    return ExitCode.CLEAN;
  }

  private static long nanos(String option, double seconds) {
    if (!(seconds > 0 && seconds <= SECONDS_MAX)) {
      throw new UserError(
          "`" + seconds + "` for " + option + ": expected more than 0 and at most 600 seconds");
    }
    return (long) (seconds * NANOS_PER_SECOND);
  }

  private Sample read(Desk desk) {
    Sample sample = new Sample();
    String unreadable =
        new EncounterFile(file).admit(context.streams(), desk, () -> !sample.cut, sample::take);
    if (unreadable != null) {
      throw new UserError(file + ": " + unreadable);
    }
    if (sample.encounters.isEmpty()) {
      throw new UserError(
          "`" + file + "` holds no encounter that can be decided: `check` tells what is wrong");
    }
    return sample;
  }

  /** Only where somebody watches: a script that keeps standard error wants problems there. */
  private void tell(String what) {
    if (context.streams().colour()) {
      context.streams().err().print(what + "…\n");
      context.streams().err().flush();
    }
  }

  /** The encounters that are measured. */
  private static final class Sample {

    final List<Encounter> encounters = new ArrayList<>();
    int refused;
    boolean cut;

    void take(Admission admission) {
      if (admission instanceof Admission.Admitted admitted) {
        if (encounters.size() < ENCOUNTERS_MAX) {
          encounters.add(admitted.encounter());
        } else {
          cut = true;
        }
      } else {
        refused++;
      }
    }
  }
}
