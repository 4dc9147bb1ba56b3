package org.preclaim;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.preclaim.encounter.HcpcsCode;

/** What it costs to read one procedure code. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class HcpcsCodeBenchmark {

  private String reported = " 50431";

  /** A well-formed code with a blank before it. */
  @Benchmark
  public HcpcsCode readsCode() {
    return HcpcsCode.of(reported);
  }
}
