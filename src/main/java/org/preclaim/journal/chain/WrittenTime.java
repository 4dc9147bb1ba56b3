package org.preclaim.journal.chain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Times as callers write them: a day as {@code 2026-03-03}, or a moment as {@code
 * 2026-03-03T10:15:30Z}. What is written otherwise, or lies outside of the years 1 to 9999, is
 * none: no journal counts its milliseconds.
 */
public final class WrittenTime {

  /** What is expected where either may stand. */
  public static final String EXPECTED = "2026-03-03 or 2026-03-03T10:15:30Z";

  private static final Instant FIRST = start(LocalDate.of(1, 1, 1));
  private static final Instant END = start(LocalDate.of(10_000, 1, 1));

  private WrittenTime() {}

  /** A moment, or the beginning of a day in UTC. */
  public static Optional<Instant> from(String text) {
    return isMoment(text) ? moment(text) : day(text).map(WrittenTime::start);
  }

  /** A moment, or the end of a day in UTC. */
  public static Optional<Instant> until(String text) {
    return isMoment(text) ? moment(text) : day(text).map(day -> start(day.plusDays(1)));
  }

  /** A day. */
  public static Optional<LocalDate> day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return Optional.of(day).filter(each -> isInRange(start(each)));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  /** A moment. */
  public static Optional<Instant> moment(String text) {
    try {
      return Optional.of(Instant.parse(text)).filter(WrittenTime::isInRange);
    } catch (DateTimeException notAMoment) {
      return Optional.empty();
    }
  }

  private static boolean isMoment(String text) {
    return text.indexOf('T') >= 0;
  }

  private static boolean isInRange(Instant moment) {
    return !moment.isBefore(FIRST) && moment.isBefore(END);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
