package org.preclaim.reference.fees;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The quarter of a relative value file, from its title or from what it is called. */
final class FeeRelease {

  private static final List<String> MONTHS = List.of("JAN", "APR", "JUL", "OCT");
  private static final String LETTERS = "ABCD";
  private static final int CENTURY = 2000;
  private static final int MONTHS_OF_QUARTER = 3;

  private static final Pattern TITLE =
      Pattern.compile(
          "(\\d{4}) NATIONAL PHYSICIAN FEE SCHEDULE RELATIVE VALUE FILE"
              + " (JAN|APR|JUL|OCT)[A-Z]* RELEASE");
  private static final Pattern MONTH_NAME =
      Pattern.compile("PPRRVU(?:20)?(\\d{2})_(JAN|APR|JUL|OCT)");
  private static final Pattern LETTER_NAME = Pattern.compile("RVU(?:20)?(\\d{2})([A-D])R?\\b");

  private FeeRelease() {}

  /**
   * The first day of the release.
   *
   * @param head the beginning of the file
   * @param name what it is called, with the archives it came in
   * @return {@code null} where neither says
   */
  static @Nullable LocalDate of(String head, String name) {
    Matcher title = TITLE.matcher(head.toUpperCase(Locale.ROOT));
    if (title.find()) {
      return quarter(Integer.parseInt(title.group(1)), MONTHS.indexOf(title.group(2)));
    }
    // A letter may come from the archive, in front; the month stands in the file's own name.
    Matcher month = MONTH_NAME.matcher(name.toUpperCase(Locale.ROOT));
    if (month.find()) {
      return quarter(CENTURY + Integer.parseInt(month.group(1)), MONTHS.indexOf(month.group(2)));
    }
    Matcher letter = LETTER_NAME.matcher(name.toUpperCase(Locale.ROOT));
    if (letter.find()) {
      return quarter(CENTURY + Integer.parseInt(letter.group(1)), LETTERS.indexOf(letter.group(2)));
    }
    return null;
  }

  private static LocalDate quarter(int year, int index) {
    return LocalDate.of(year, index * MONTHS_OF_QUARTER + 1, 1);
  }
}
