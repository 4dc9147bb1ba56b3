package org.preclaim.reference.pack;

import java.time.LocalDate;
import java.time.Month;

/**
 * The days that a table answers for.
 *
 * @param effective the first day of the release, which names it
 * @param from the first day it answers for: earlier than {@code effective} where its rows have
 *     dates of their own
 * @param until the first day that it no longer answers for: when the next release is due
 */
public record TableSpan(LocalDate effective, LocalDate from, LocalDate until) {

  private static final int MONTHS_OF_QUARTER = 3;

  /** Checks the order of the days. */
  public TableSpan {
    if (from.isAfter(effective) || !until.isAfter(effective)) {
      throw new IllegalArgumentException("no days between " + from + " and " + until);
    }
  }

  /** A release of a quarterly table whose rows have no dates. */
  public static TableSpan quarter(LocalDate effective) {
    return new TableSpan(effective, effective, effective.plusMonths(MONTHS_OF_QUARTER));
  }

  /** A release that holds to the end of the federal fiscal year, which ends with September. */
  public static TableSpan fiscalYear(LocalDate effective) {
    LocalDate october = LocalDate.of(effective.getYear(), Month.OCTOBER, 1);
    return new TableSpan(
        effective, effective, october.isAfter(effective) ? october : october.plusYears(1));
  }

  /** The same release, which answers from {@code earliest} where that is earlier. */
  public TableSpan from(LocalDate earliest) {
    return new TableSpan(effective, earliest.isBefore(from) ? earliest : from, until);
  }

  /** Whether it answers for {@code day}. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  /** Whether {@code day} is one of the release itself, from when it holds to the next one. */
  public boolean isOfRelease(LocalDate day) {
    return !day.isBefore(effective) && day.isBefore(until);
  }
}
