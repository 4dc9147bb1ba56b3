package org.preclaim.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The codes of one release of the lists from which a remittance advice says why. */
public interface RemittanceCodes {

  /** Which list a code stands on. */
  enum Kind {
    /** Claim adjustment reason codes, CARC. */
    REASON,
    /** Remittance advice remark codes, RARC. */
    REMARK
  }

  /**
   * When a code is used.
   *
   * @param start the first day
   * @param stop the first day on which it is no longer used; {@code null} where it still is
   */
  record Use(LocalDate start, @Nullable LocalDate stop) {}

  /** Which release this is. */
  Vintage vintage();

  /** When {@code code} is used; {@code null} where the list does not have it. */
  @Nullable Use find(Kind kind, String code);
}
