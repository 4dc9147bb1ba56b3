package org.preclaim.analysis;

/** What can be said of rows beside one another; each has a section in the page of errors. */
public enum AnalysisCode {
  /** No encounter fires the row. */
  NEVER(true),
  /** Rows that fire together ask for opposite things. */
  CONTRADICTION(true),
  /** A row accepts and states the same as a row above it. */
  DUPLICATE(false),
  /** A row states what a wider row states anyway. */
  SUBSUMED(false),
  /** Wherever a row fires a wider one states the same with another severity. */
  SHADOWED(false),
  /** Between the days of rows with the same conditions there are days that none of them covers. */
  GAP(false),
  /** A column or cell whose code is not understood: rows that differ in it were not compared. */
  NOT_ANALYSED(false);

  private final boolean stops;

  AnalysisCode(boolean stops) {
    this.stops = stops;
  }

  /** Whether a release with it cannot be meant: a problem, where others are warnings. */
  public boolean stops() {
    return stops;
  }

  /** For instance {@code ANALYSIS-NEVER}. */
  public String code() {
    return "ANALYSIS-" + name().replace('_', '-');
  }
}
