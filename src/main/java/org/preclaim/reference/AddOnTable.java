package org.preclaim.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The NCCI add-on code edits. */
public interface AddOnTable {

  /** Which release this is. */
  Vintage vintage();

  /** What {@code code} needs on {@code date}; {@code null} where it is no add-on then. */
  @Nullable AddOnEdit find(String code, LocalDate date);
}
