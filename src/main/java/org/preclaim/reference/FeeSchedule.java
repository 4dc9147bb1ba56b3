package org.preclaim.reference;

import org.jspecify.annotations.Nullable;

/** The indicators of one release of the Medicare physician fee schedule. */
public interface FeeSchedule {

  /** Which release this is. */
  Vintage vintage();

  /**
   * The entry of a code.
   *
   * @param modifier {@code 26}, {@code TC}, {@code 53} or empty
   */
  @Nullable FeeScheduleEntry find(String code, String modifier);
}
