package org.preclaim.cli;

/**
 * The outline of one JSON object, seen byte by byte: how deep it is nested, whether it is complete,
 * and whether it has a property {@code resourceType}. It checks nothing; that is the reader's part.
 */
final class JsonOutline {

  private static final String FHIR_MARK = "resourceType";

  private final StringBuilder text = new StringBuilder();
  private int depth = 1;
  private int last = '{';
  private boolean inText;
  private boolean escaped;
  private boolean fhir;

  /** Takes in the next byte after the opening brace. */
  void see(int next) {
    if (inText) {
      seeInText(next);
    } else {
      seeOutsideText(next);
    }
  }

  boolean isComplete() {
    return depth == 0;
  }

  boolean isFhir() {
    return fhir;
  }

  /** Whether a text is open, which must not happen at the end of a line. */
  boolean isInText() {
    return inText;
  }

  /** Whether another object could stand next: after a colon, a comma or the start of a list. */
  boolean takesObject() {
    return last == ':' || last == ',' || last == '[';
  }

  private void seeInText(int next) {
    if (escaped) {
      escaped = false;
    } else if (next == '\\') {
      escaped = true;
    } else if (next == '"') {
      inText = false;
      last = '"';
    } else if (depth == 1 && text.length() <= FHIR_MARK.length()) {
      text.append((char) next);
    }
  }

  private void seeOutsideText(int next) {
    switch (next) {
      case '"' -> {
        inText = true;
        text.setLength(0);
      }
      case '{', '[' -> depth++;
      case '}', ']' -> depth--;
      case ':' -> fhir |= depth == 1 && FHIR_MARK.contentEquals(text);
      default -> {
        // Numbers, words and blanks do not change the outline.
      }
    }
    if (next > ' ') {
      last = next;
    }
  }
}
