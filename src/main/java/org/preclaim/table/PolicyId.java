package org.preclaim.table;

import java.util.regex.Pattern;

/** The shape of policy ids. */
final class PolicyId {

  private static final Pattern SHAPE = Pattern.compile("(?=.{3,60}$)[A-Z][A-Z0-9]*(-[A-Z0-9]+)+");

  /** The shape in words, for messages. */
  static final String EXPECTED = "expected capitals, digits and hyphens, for instance `ADD-50706`";

  private PolicyId() {}

  static boolean isWellFormed(String text) {
    return SHAPE.matcher(text).matches();
  }
}
