package org.preclaim.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.preclaim.decision.Decision;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.handwritten.Found;
import org.preclaim.handwritten.HandWrittenPolicies;
import org.preclaim.handwritten.PolicyEncounters;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyFolder;

/**
 * {@link ShippedPoliciesBenchmark} in turns and in processor time, for a machine that is not at
 * rest.
 */
public final class ShippedSideBySide {

  private static final long SEED = 20261122L;
  private static final int ENCOUNTERS = 128;
  private static final double WARM_UP_SECONDS = 8;
  private static final PrintStream OUT = System.out;

  private ShippedSideBySide() {}

  /** Measures. */
  public static void main(String[] arguments) throws IOException, ProblemsException {
    OUT.printf("java %s%n", Runtime.version());
    CompiledRelease engine =
        CompiledRelease.compile(PolicyFolder.read(Path.of("").toAbsolutePath()));
    HandWrittenPolicies byHand = new HandWrittenPolicies(engine.release());
    PolicyEncounters source = new PolicyEncounters(engine.release(), SEED);
    List<Encounter> small = new ArrayList<>();
    List<Encounter> large = new ArrayList<>();
    for (int number = 0; number < ENCOUNTERS; number++) {
      small.add(source.ordinary(5, 4));
      large.add(source.ordinary(30, 12));
    }
    List<Encounter> all = new ArrayList<>(small);
    all.addAll(large);
    SideBySide.warmUp(all, encounter -> byHand.evaluate(encounter).size(), 2);
    SideBySide.warmUp(all, encounter -> findings(engine.evaluate(encounter)), WARM_UP_SECONDS);
    compare("5 lines, 4 diagnoses", small, engine, byHand);
    compare("30 lines, 12 diagnoses", large, engine, byHand);
  }

  private static int findings(Decision decision) {
    return decision.warnings().size() + decision.suggestions().size();
  }

  private static void compare(
      String what, List<Encounter> encounters, CompiledRelease engine, HandWrittenPolicies byHand) {
    double findings = 0;
    for (Encounter encounter : encounters) {
      List<Found> found = byHand.evaluate(encounter);
      if (!Found.in(engine.evaluate(encounter)).equals(found)) {
        throw new IllegalStateException("seed " + SEED + ", they differ on " + encounter);
      }
      findings += found.size();
    }
    SideBySide.Measured measured =
        SideBySide.measure(
            encounters,
            encounter -> byHand.evaluate(encounter).size(),
            encounter -> findings(engine.evaluate(encounter)));
    OUT.printf(
        Locale.ROOT,
        "%-24s findings %5.1f  engine %8.1f µs %9.0f bytes  hand %8.2f µs %7.0f bytes"
            + "  ratio %6.1f [%.1f-%.1f]%n",
        what,
        findings / encounters.size(),
        measured.micros(),
        measured.bytes(),
        measured.baseMicros(),
        measured.baseBytes(),
        measured.ratio(),
        measured.ratioLow(),
        measured.ratioHigh());
  }
}
