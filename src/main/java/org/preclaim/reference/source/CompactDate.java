package org.preclaim.reference.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates of official files that are written as eight digits, {@code YYYYMMDD}. */
public final class CompactDate {

  private static final Pattern SHAPE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private CompactDate() {}

  /** The day that {@code text} names; {@code null} where it names none. */
  public static @Nullable LocalDate of(String text) {
    Matcher digits = SHAPE.matcher(text);
    if (!digits.matches()) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(digits.group(1)),
          Integer.parseInt(digits.group(2)),
          Integer.parseInt(digits.group(3)));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }
}
