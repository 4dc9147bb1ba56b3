package org.preclaim.intake.x12;

import java.util.regex.Pattern;

/**
 * The separators of one interchange, read from the fixed places of its header.
 *
 * @param element between elements
 * @param component between the components of an element
 * @param terminator after a segment
 */
record Delimiters(char element, char component, char terminator) {

  /** How long an ISA segment is, its terminator included. */
  static final int HEADER_CHARS = 106;

  private static final int[] ELEMENT_ENDS = {
    3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103
  };
  private static final int REPETITION_AT = 82;
  private static final int COMPONENT_AT = 104;
  private static final int TERMINATOR_AT = 105;
  private static final Pattern VERSION = Pattern.compile("[0-9]{5}");

  /** Where in the header the interchange version stands, ISA12. */
  private static final int VERSION_FROM = 84;

  private static final int VERSION_TO = 89;

  /** The separators of {@code header}. */
  static Delimiters of(String header) {
    return new Delimiters(
        header.charAt(3), header.charAt(COMPONENT_AT), header.charAt(TERMINATOR_AT));
  }

  /** Whether {@code header} has its separators where the fixed shape puts them. */
  static boolean fixedShape(String header) {
    if (header.length() != HEADER_CHARS
        || !VERSION.matcher(header.substring(VERSION_FROM, VERSION_TO)).matches()) {
      return false;
    }
    Delimiters found = of(header);
    int separators = 0;
    for (int i = 0; i < HEADER_CHARS; i++) {
      separators += header.charAt(i) == found.element ? 1 : 0;
    }
    for (int end : ELEMENT_ENDS) {
      if (header.charAt(end) != found.element) {
        return false;
      }
    }
    return separators == ELEMENT_ENDS.length && found.distinct();
  }

  /** Whether something in {@code header} that separates nothing is a control character. */
  static boolean controlInData(String header) {
    Delimiters found = of(header);
    for (int i = 0; i < COMPONENT_AT; i++) {
      char c = header.charAt(i);
      if (c != found.element && i != REPETITION_AT && Character.isISOControl(c)) {
        return true;
      }
    }
    return false;
  }

  private boolean distinct() {
    return element != component
        && element != terminator
        && component != terminator
        && separates(element)
        && separates(component)
        && separates(terminator);
  }

  /** Letters, digits and blanks are data; StAEDI and every reader would cut the data apart. */
  static boolean separates(char c) {
    return c < 0x7f && c != 0 && c != ' ' && !Character.isLetterOrDigit(c);
  }
}
