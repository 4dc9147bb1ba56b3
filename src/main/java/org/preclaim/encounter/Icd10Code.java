package org.preclaim.encounter;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A diagnosis code as it was reported, kept without its dot. Whether it is a valid ICD-10-CM code
 * on a date is a question to the code files, not to this type.
 *
 * @param value 3 to 8 upper-case letters and digits, no dot
 */
public record Icd10Code(String value) {

  private static final Pattern REPORTED = Pattern.compile("[0-9A-Z]{3,8}");

  /** Checks the characters; throws {@link IllegalArgumentException} where they cannot be a code. */
  public Icd10Code {
    if (!REPORTED.matcher(value).matches()) {
      throw new IllegalArgumentException("`" + value + "` is not a diagnosis code");
    }
  }

  /** The code in {@code text}, with or without the dot after its third character. */
  public static Icd10Code of(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    boolean dotted = code.length() > 4 && code.charAt(3) == '.';
    return new Icd10Code(dotted ? code.substring(0, 3) + code.substring(4) : code);
  }

  /** Whether this code is {@code prefix}, a header above it, or below it; the prefix has no dot. */
  public boolean startsWith(String prefix) {
    return value.startsWith(prefix);
  }

  /** The code as people write it: a dot after the third character. */
  @Override
  public String toString() {
    return value.length() > 3 ? value.substring(0, 3) + "." + value.substring(3) : value;
  }
}
