package org.preclaim.benchmark;

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
import org.preclaim.benchmark.GeneratedEncounters.Kind;
import org.preclaim.decision.Decision;
import org.preclaim.encounter.Encounter;
import org.preclaim.problem.ProblemsException;

/**
 * One encounter against a generated table of policies: the rows that fire, and the whole decision,
 * by the engine and by plain Java that answers the same.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class TableBenchmark {

  private static final int ENCOUNTERS = 256;

  /** Rows of the table. */
  @Param({"1000", "10000"})
  public int rows = 1_000;

  /** Lines and diagnoses of an encounter; how its codes are drawn. */
  @Param({"5x4 drawn", "30x12 drawn"})
  public String kind = "5x4 drawn";

  private List<Encounter> encounters = List.of();
  private TableCase table;
  private int next;

  /** Compiles the table and checks that all answer the same. */
  @Setup
  public void compile() throws ProblemsException {
    table = new TableCase(rows);
    encounters = TableCase.encounters(Kind.named(kind), ENCOUNTERS);
    System.out.printf("# seed %d, %.1f rows fire%n", TableCase.SEED, table.verify(encounters));
  }

  private Encounter encounter() {
    next = next + 1 == ENCOUNTERS ? 0 : next + 1;
    return encounters.get(next);
  }

  /** The rows that fire, by plain Java. */
  @Benchmark
  public List<Hit> rowsByHand() {
    return table.rowsByHand(encounter());
  }

  /** The rows that fire. */
  @Benchmark
  public List<Hit> rows() {
    return table.rows(encounter());
  }

  /** The whole decision, by plain Java. */
  @Benchmark
  public Decision decisionByHand() {
    return table.decisionByHand(encounter());
  }

  /** The whole decision. */
  @Benchmark
  public Decision decision() {
    return table.decision(encounter());
  }
}
