package org.preclaim.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.preclaim.decision.Decision;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.handwritten.Found;
import org.preclaim.handwritten.HandWrittenPolicies;
import org.preclaim.handwritten.PolicyEncounters;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyFolder;

/**
 * One encounter under the shipped policies, decided by the engine and by the same policies written
 * in Java. The Java version names policies and lines; the engine also writes every message, remedy
 * and trace.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ShippedPoliciesBenchmark {

  private static final long SEED = 20261122L;
  private static final int ENCOUNTERS = 256;

  /** Lines and diagnoses of an encounter. */
  @Param({"5x4", "30x12"})
  public String size = "5x4";

  private List<Encounter> encounters = List.of();
  private CompiledRelease engine;
  private HandWrittenPolicies byHand;
  private int next;

  /** Reads and compiles the shipped policies and checks that both find the same. */
  @Setup
  public void compile() throws IOException, ProblemsException {
    engine = CompiledRelease.compile(PolicyFolder.read(Path.of("").toAbsolutePath()));
    byHand = new HandWrittenPolicies(engine.release());
    encounters = encounters(size);
    int findings = 0;
    for (Encounter encounter : encounters) {
      List<Found> found = byHand.evaluate(encounter);
      if (!Found.in(engine.evaluate(encounter)).equals(found)) {
        throw new IllegalStateException("seed " + SEED + ", they differ on " + encounter);
      }
      findings += found.size();
    }
    System.out.printf("# seed %d, %.1f findings each%n", SEED, (double) findings / ENCOUNTERS);
  }

  private List<Encounter> encounters(String size) {
    int lines = Integer.parseInt(size.substring(0, size.indexOf('x')));
    int diagnoses = Integer.parseInt(size.substring(size.indexOf('x') + 1));
    PolicyEncounters source = new PolicyEncounters(engine.release(), SEED);
    List<Encounter> drawn = new ArrayList<>();
    for (int number = 0; number < ENCOUNTERS; number++) {
      drawn.add(source.ordinary(lines, diagnoses));
    }
    return drawn;
  }

  private Encounter encounter() {
    next = next + 1 == ENCOUNTERS ? 0 : next + 1;
    return encounters.get(next);
  }

  /** A whole decision. */
  @Benchmark
  public Decision engine() {
    return engine.evaluate(encounter());
  }

  /** Its findings, without words. */
  @Benchmark
  public List<Found> handWritten() {
    return byHand.evaluate(encounter());
  }
}
