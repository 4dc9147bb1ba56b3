package org.preclaim.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The NCCI procedure-to-procedure edits of one setting. */
public interface PtpTable {

  /** Which release this is. */
  Vintage vintage();

  /**
   * The edit that applies on {@code date}, both its first and its last day included; edits with
   * indicator 9 never do.
   */
  @Nullable PtpEdit find(String column1, String column2, LocalDate date);
}
