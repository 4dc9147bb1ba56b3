package org.preclaim.reference.pack;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days as whole numbers of 21 bits that sort as the days do. */
public final class DateKey {

  /** After every day: what is still in force ends then. */
  public static final int OPEN = (1 << 21) - 1;

  /** How many bits a day takes. */
  public static final int BITS = 21;

  /** No day. */
  public static final int NONE = -1;

  private static final int MONTH_SHIFT = 5;
  private static final int YEAR_SHIFT = 9;
  private static final int DAY_MASK = 31;
  private static final int MONTH_MASK = 15;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;
  private static final int MONTHS = 12;
  private static final int DAYS_OF_EVERY_MONTH = 28;

  private DateKey() {}

  /** The number of {@code day}. */
  public static int of(LocalDate day) {
    return day.getYear() << YEAR_SHIFT | day.getMonthValue() << MONTH_SHIFT | day.getDayOfMonth();
  }

  /** The number of a day that may not exist; {@link #NONE} where it does not. */
  public static int of(int year, int month, int day) {
    boolean possible =
        year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= MONTHS && day >= 1;
    if (!possible || (day > DAYS_OF_EVERY_MONTH && day > lengthOfMonth(year, month))) {
      return NONE;
    }
    return year << YEAR_SHIFT | month << MONTH_SHIFT | day;
  }

  private static int lengthOfMonth(int year, int month) {
    return LocalDate.of(year, month, 1).lengthOfMonth();
  }

  /** The number of an ordinal day, for instance 2013 and 91; {@link #NONE} where there is none. */
  public static int ofOrdinal(int year, int dayOfYear) {
    try {
      return year < FIRST_YEAR || year > LAST_YEAR
          ? NONE
          : of(LocalDate.ofYearDay(year, dayOfYear));
    } catch (DateTimeException noSuchDay) {
      return NONE;
    }
  }

  /** The day of a number that is neither {@link #OPEN} nor {@link #NONE}. */
  public static LocalDate day(int key) {
    return LocalDate.of(key >> YEAR_SHIFT, key >> MONTH_SHIFT & MONTH_MASK, key & DAY_MASK);
  }
}
