package org.preclaim.encounter;

import java.util.regex.Pattern;

/**
 * A national provider identifier. Its check digit is not tested: a wrong one still says which lines
 * were reported by the same provider.
 *
 * @param value ten digits
 */
public record Npi(String value) {

  private static final Pattern SHAPE = Pattern.compile("[0-9]{10}");

  /** Checks the digits; throws {@link IllegalArgumentException} where they are no identifier. */
  public Npi {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("`" + value + "` is not an NPI");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
