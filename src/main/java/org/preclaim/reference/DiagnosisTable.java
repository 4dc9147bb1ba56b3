package org.preclaim.reference;

import java.time.LocalDate;

/** The ICD-10-CM codes of one release. */
public interface DiagnosisTable {

  /** What a code is on a date. */
  enum Standing {
    /** May be reported. */
    VALID,
    /** A category or subcategory: more characters are needed. */
    HEADER,
    /** Was valid before, or will be. */
    OUT_OF_DATE,
    UNKNOWN
  }

  /** Which release this is. */
  Vintage vintage();

  /**
   * What {@code code}, without a dot, is on {@code date}. Where the file has no dates of its own
   * the release answers for all of its days.
   */
  Standing standing(String code, LocalDate date);
}
