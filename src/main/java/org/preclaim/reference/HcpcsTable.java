package org.preclaim.reference;

import java.time.LocalDate;

/** The HCPCS Level II codes of one release. CPT codes are not in it. */
public interface HcpcsTable {

  /** What a code is on a date. */
  enum Standing {
    VALID,
    /** Not yet in force, or ended. */
    OUT_OF_DATE,
    UNKNOWN
  }

  /** Which release this is. */
  Vintage vintage();

  /** What the Level II code {@code code} is on {@code date}. */
  Standing standing(String code, LocalDate date);
}
