package org.preclaim.table;

import org.jspecify.annotations.Nullable;

/** What the text of a cell is, as far as comparing two of them goes. */
public enum CellKind {
  /** Words as they stand. */
  TEXT,
  /** Procedure codes; their order says nothing. */
  CODES,
  /** Diagnosis codes or prefixes of them, with or without the dot; their order says nothing. */
  DIAGNOSES,
  /** Items of a list; their order says nothing. */
  ITEMS,
  /** An ISO date. */
  DATE;

  /** The kind of a policy table's cells in {@code column}. */
  static CellKind of(Column column) {
    CellMeaning meaning = CellMeaning.of(column);
    if (meaning instanceof CellMeaning.Codes) {
      return CODES;
    }
    if (meaning instanceof CellMeaning.Diagnoses) {
      return DIAGNOSES;
    }
    if (meaning instanceof CellMeaning.Words) {
      return ITEMS;
    }
    boolean day =
        meaning instanceof CellMeaning.From
            || meaning instanceof CellMeaning.Until
            || meaning instanceof CellMeaning.Day;
    return day ? DATE : TEXT;
  }

  /** The kind of the cells below {@code label} on the other sheets. */
  static CellKind below(@Nullable String label) {
    if (label == null) {
      return TEXT;
    }
    return switch (label) {
      case "Date", "Birth date", "Last reviewed" -> DATE;
      case "Expect", "Needs", "Not checked", "Required", "Severity" -> ITEMS;
      default -> TEXT;
    };
  }
}
