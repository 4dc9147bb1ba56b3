package org.preclaim.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a row holds.
 *
 * @param from the first of them; absent for always
 * @param until the first day on which it no longer holds; absent for ever
 */
public record EffectiveDates(@Nullable LocalDate from, @Nullable LocalDate until) {

  /** This day and no other. */
  public static EffectiveDates on(LocalDate day) {
    return new EffectiveDates(day, day.plusDays(1));
  }

  /** Whether {@code day} is one of them. */
  public boolean hold(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  /** Whether there is no such day. */
  public boolean isEmpty() {
    return from != null && until != null && !from.isBefore(until);
  }

  /** Whether both hold on some day. */
  public boolean overlap(EffectiveDates other) {
    return !isEmpty() && !other.isEmpty() && begins(from, other.until) && begins(other.from, until);
  }

  private static boolean begins(@Nullable LocalDate from, @Nullable LocalDate until) {
    return from == null || until == null || from.isBefore(until);
  }
}
