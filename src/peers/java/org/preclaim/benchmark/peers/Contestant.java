package org.preclaim.benchmark.peers;

import java.util.List;
import org.preclaim.benchmark.GeneratedRow;

/** Who is measured, on which rows, up to how many. */
enum Contestant {
  OURS(true, 10_000, OurEngine::new),
  STOCK_CLASSIC(true, 10_000, StockDrools::classic),
  STOCK_EXECUTABLE(true, 1_000, StockDrools::executable),
  OURS_SINGLE(false, 10_000, OurEngine::new),
  OPENL(false, 10_000, OpenLTable::new),
  CEL_WITH_INDEX(false, 10_000, CelPrograms::new),
  EASY_RULES(false, 1_000, EasyRuleSet::new),
  KIE_DMN(false, 1_000, DmnTable::new),
  EVRETE(false, 1_000, EvreteRules::new);

  final boolean mixed;

  /** With more rows it takes minutes to build, or seconds for an encounter. */
  final int rowsMax;

  private final Builder builder;

  Contestant(boolean mixed, int rowsMax, Builder builder) {
    this.mixed = mixed;
    this.rowsMax = rowsMax;
    this.builder = builder;
  }

  Peer build(List<GeneratedRow> rows) throws Exception {
    return builder.build(rows);
  }

  /** What its rows look at. */
  String workload() {
    return mixed ? "mixed" : "single";
  }

  /** Makes an engine from rows. */
  @FunctionalInterface
  private interface Builder {
    Peer build(List<GeneratedRow> rows) throws Exception;
  }
}
