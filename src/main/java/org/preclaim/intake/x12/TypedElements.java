package org.preclaim.intake.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.ServiceDates;

/** Dates and numbers of one claim's elements; what is none becomes a problem of the claim. */
final class TypedElements {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern DECIMAL =
      Pattern.compile("[0-9]{1,15}(\\.[0-9]{0,6})?|\\.[0-9]{1,6}");
  private static final int RANGE_CHARS = 17;

  private final Findings problems;

  TypedElements(Findings problems) {
    this.problems = problems;
  }

  /** The day or range of a DTP. */
  @Nullable ServiceDates dates(Segment dtp) {
    String text = dtp.text(3);
    String format = dtp.text(2);
    if (format.equals("D8")) {
      LocalDate day = day(text);
      return day == null ? noDates(dtp, text, "a day as `CCYYMMDD`") : ServiceDates.on(day);
    }
    if (!format.equals("RD8")) {
      if (format.equals("DT") || format.equals("TM")) {
        noDates(dtp, text, "a day: `D8` or `RD8`");
      }
      // Any other format has been told with the segment.
      return null;
    }
    boolean range = text.length() == RANGE_CHARS && text.charAt(8) == '-';
    LocalDate from = range ? day(text.substring(0, 8)) : null;
    LocalDate to = range ? day(text.substring(9)) : null;
    return from == null || to == null || to.isBefore(from)
        ? noDates(dtp, text, "two days in order as `CCYYMMDD-CCYYMMDD`")
        : new ServiceDates(from, to);
  }

  private @Nullable ServiceDates noDates(Segment dtp, String text, String expected) {
    problems.add(dtp.problem(X12Code.DATE, 3, "`%s` is not a date; expected %s", text, expected));
    return null;
  }

  /** A day without separators; null where it is none. */
  static @Nullable LocalDate day(String text) {
    try {
      return text.length() == 8 ? LocalDate.parse(text, DAY) : null;
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }

  /** A decimal that is not negative. */
  @Nullable BigDecimal decimal(Segment segment, int element) {
    String text = segment.text(element).strip();
    if (text.isEmpty()) {
      return null;
    }
    if (DECIMAL.matcher(text).matches()) {
      return new BigDecimal(text.endsWith(".") ? text + "0" : text);
    }
    problems.add(
        segment.problem(
            X12Code.NUMBER,
            element,
            "`%s` is not a number; expected digits with at most one decimal point",
            text));
    return null;
  }
}
