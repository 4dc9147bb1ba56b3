package org.preclaim.encounter;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A procedure code as it was reported: CPT or HCPCS Level II. Any letters and digits are accepted,
 * so that a wrong code reaches the policies and is answered there; {@link #isWellFormed()} says
 * whether it has the shape of a code at all.
 *
 * @param value 1 to 48 upper-case letters and digits
 */
public record HcpcsCode(String value) implements Comparable<HcpcsCode> {

  private static final Pattern REPORTED = Pattern.compile("[0-9A-Z]{1,48}");
  private static final Pattern WELL_FORMED = Pattern.compile("[0-9A-Z][0-9]{3}[0-9A-Z]");

  /** Checks the characters; throws {@link IllegalArgumentException} where they cannot be a code. */
  public HcpcsCode {
    if (!REPORTED.matcher(value).matches()) {
      throw new IllegalArgumentException("`" + value + "` is not a procedure code");
    }
  }

  /** The code in {@code text}, in any case and with surrounding blanks. */
  public static HcpcsCode of(String text) {
    return new HcpcsCode(text.strip().toUpperCase(Locale.ROOT));
  }

  /** Whether {@code text} has the five characters of a CPT or HCPCS Level II code. */
  public static boolean hasForm(String text) {
    return WELL_FORMED.matcher(text).matches();
  }

  /** Whether the code has the five characters of a CPT or HCPCS Level II code. */
  public boolean isWellFormed() {
    return hasForm(value);
  }

  @Override
  public int compareTo(HcpcsCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
