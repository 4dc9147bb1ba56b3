package org.preclaim.encounter;

import java.time.LocalDate;

/**
 * The days on which a service was given, both ends included.
 *
 * @param from first day
 * @param to last day, not before {@code from}
 */
public record ServiceDates(LocalDate from, LocalDate to) {

  /** Throws {@link IllegalArgumentException} where the range is reversed. */
  public ServiceDates {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("`" + from + "` to `" + to + "` runs backwards");
    }
  }

  /** A single day. */
  public static ServiceDates on(LocalDate day) {
    return new ServiceDates(day, day);
  }

  /** Whether the service was given on one day. */
  public boolean isOneDay() {
    return from.equals(to);
  }

  /** Whether both ranges share a day. */
  public boolean overlap(ServiceDates other) {
    return !from.isAfter(other.to) && !other.from.isAfter(to);
  }
}
