package org.preclaim.benchmark.peers;

import java.util.List;
import org.preclaim.benchmark.GeneratedRow;

/** Who is measured, on which rows, up to how many. */
enum Contestant {
  OURS(true, 10_000),
  STOCK_CLASSIC(true, 10_000),
  STOCK_EXECUTABLE(true, 1_000),
  OURS_SINGLE(false, 10_000),
  OPENL(false, 10_000),
  CEL_WITH_INDEX(false, 10_000),
  EASY_RULES(false, 1_000),
  KIE_DMN(false, 1_000),
  EVRETE(false, 1_000);

  /** Whether its rows are of all four kinds, or of single lines only. */
  final boolean mixed;

  /** With more rows it takes minutes to build, or seconds for an encounter. */
  final int rowsMax;

  Contestant(boolean mixed, int rowsMax) {
    this.mixed = mixed;
    this.rowsMax = rowsMax;
  }

  Peer build(List<GeneratedRow> rows) throws Exception {
    return switch (this) {
      case OURS, OURS_SINGLE -> new OurEngine(rows);
      case STOCK_CLASSIC -> StockDrools.classic(rows);
      case STOCK_EXECUTABLE -> StockDrools.executable(rows);
      case OPENL -> new OpenLTable(rows);
      case CEL_WITH_INDEX -> new CelPrograms(rows);
      case EASY_RULES -> new EasyRuleSet(rows);
      case KIE_DMN -> new DmnTable(rows);
      case EVRETE -> new EvreteRules(rows);
    };
  }

  /** What its rows look at. */
  String workload() {
    return mixed ? "mixed" : "single";
  }
}
