package org.preclaim.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The age flags of the Medicare Code Editor. */
public interface AgeEdits {

  /**
   * The ages that a diagnosis goes with.
   *
   * @param name {@code newborn}, {@code pediatric}, {@code maternity} or {@code adult}
   * @param from youngest age in whole years
   * @param to oldest age in whole years
   */
  record Ages(String name, int from, int to) {}

  /** Which release this is. */
  Vintage vintage();

  /** The ages of {@code code}, without a dot, on {@code date}; {@code null} where any will do. */
  @Nullable Ages find(String code, LocalDate date);
}
