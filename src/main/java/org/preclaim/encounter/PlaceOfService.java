package org.preclaim.encounter;

import java.util.regex.Pattern;

/**
 * A two-digit place of service code of a professional claim.
 *
 * @param value two digits
 */
public record PlaceOfService(String value) {

  private static final Pattern SHAPE = Pattern.compile("[0-9]{2}");

  /** Checks the digits; throws {@link IllegalArgumentException} where they are no place. */
  public PlaceOfService {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("`" + value + "` is not a place of service");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
