package org.preclaim.reference.codes;

import java.util.regex.Pattern;

/**
 * What a diagnosis code looks like in official files: three to seven characters, no dot. The second
 * was a digit until the first codes with QA came, in October 2025.
 */
final class DiagnosisShape {

  static final String EXPECTED = "three to seven capitals and digits without a dot";

  private static final Pattern SHAPE = Pattern.compile("[A-Z][0-9A-Z]{2,6}");

  private DiagnosisShape() {}

  static boolean fits(String code) {
    return SHAPE.matcher(code).matches();
  }
}
