package org.preclaim.reference.ncci;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the names of NCCI files say: {@code ccipra-v313r0-f1.TXT}, {@code …2025q4…}. */
final class NcciNames {

  private static final Pattern VERSION = Pattern.compile("v(\\d{2})([0-3])r\\d");
  private static final Pattern QUARTER = Pattern.compile("(20\\d{2})[-_ ]?q([1-4])");
  private static final Pattern EFFECTIVE = Pattern.compile("eff_?(\\d{2})-(\\d{2})-(20\\d{2})");
  private static final Pattern PART = Pattern.compile("-f(\\d)\\b");

  /** Version 30 is 2024: the numbering began with 1995 or so and never paused. */
  private static final int YEAR_OF_VERSION_0 = 1994;

  private static final int MONTHS_OF_QUARTER = 3;

  private NcciNames() {}

  /** The first day of the quarter in {@code name}, which is in lower case. */
  static @Nullable LocalDate effective(String name) {
    Matcher version = VERSION.matcher(name);
    if (version.find()) {
      int year = YEAR_OF_VERSION_0 + Integer.parseInt(version.group(1));
      return quarter(year, Integer.parseInt(version.group(2)));
    }
    Matcher quarter = QUARTER.matcher(name);
    if (quarter.find()) {
      return quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)) - 1);
    }
    Matcher day = EFFECTIVE.matcher(name);
    return day.find() ? day(day) : null;
  }

  private static LocalDate quarter(int year, int fromZero) {
    return LocalDate.of(year, fromZero * MONTHS_OF_QUARTER + 1, 1);
  }

  private static @Nullable LocalDate day(Matcher match) {
    int month = Integer.parseInt(match.group(1));
    boolean firstOfMonth = match.group(2).equals("01") && month >= 1 && month <= 12;
    return firstOfMonth ? LocalDate.of(Integer.parseInt(match.group(3)), month, 1) : null;
  }

  /** Which of the parts of a release the file is, from 1. */
  static OptionalInt part(String name) {
    Matcher part = PART.matcher(name);
    return part.find() ? OptionalInt.of(Integer.parseInt(part.group(1))) : OptionalInt.empty();
  }
}
