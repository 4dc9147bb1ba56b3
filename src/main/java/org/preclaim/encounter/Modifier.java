package org.preclaim.encounter;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A two-character procedure modifier, such as {@code 50}, {@code LT} or {@code 59}.
 *
 * @param value two upper-case letters or digits
 */
public record Modifier(String value) {

  private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{2}");

  /** Checks the characters; throws {@link IllegalArgumentException} where they are no modifier. */
  public Modifier {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("`" + value + "` is not a modifier");
    }
  }

  /** The modifier in {@code text}, in any case and with surrounding blanks. */
  public static Modifier of(String text) {
    return new Modifier(text.strip().toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return value;
  }
}
