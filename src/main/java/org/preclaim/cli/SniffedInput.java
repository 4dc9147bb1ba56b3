package org.preclaim.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An input whose format is told by its content, so that a file's name plays no part. No more is
 * looked at than the first JSON document and what follows on its line, at most one encounter's
 * worth, and all of it is still there to be read.
 */
final class SniffedInput {

  private static final int SNIFFED_BYTES_MAX = 1 << 20;

  private final InputStream in;
  private final InputFormat format;

  private SniffedInput(InputStream in, InputFormat format) {
    this.in = in;
    this.format = format;
  }

  /** Looks at the beginning of {@code input}. */
  static SniffedInput of(InputStream input) throws IOException {
    BufferedInputStream in = new BufferedInputStream(input);
    in.mark(SNIFFED_BYTES_MAX + 1);
    InputFormat format = new Look(in).format();
    in.reset();
    return new SniffedInput(in, format);
  }

  InputFormat format() {
    return format;
  }

  InputStream in() {
    return in;
  }

  /** One look at an input, which ends where the input or the limit does. */
  private static final class Look {

    private static final int END = -1;

    private final InputStream in;
    private int left = SNIFFED_BYTES_MAX;

    Look(InputStream in) {
      this.in = in;
    }

    private int next() throws IOException {
      left--;
      return left < 0 ? END : in.read();
    }

    private int nextVisible() throws IOException {
      int next = next();
      while (isBlankOrMark(next)) {
        next = next();
      }
      return next;
    }

    InputFormat format() throws IOException {
      int first = nextVisible();
      if (first == END) {
        return InputFormat.EMPTY;
      }
      if (first == '{') {
        return formatOfObject();
      }
      // X12 begins with a segment's name: two or three capitals or digits.
      boolean segment = isCapital(first) && isCapitalOrDigit(next());
      return segment ? InputFormat.X12 : InputFormat.JSON;
    }

    private InputFormat formatOfObject() throws IOException {
      JsonOutline outline = new JsonOutline();
      boolean oneLine = true;
      while (!outline.isComplete()) {
        int next = next();
        if (next == END) {
          return InputFormat.JSON;
        }
        if (next == '\n' && oneLine) {
          oneLine = false;
          next = nextVisible();
          if (outline.isInText() || (next == '{' && !outline.takesObject())) {
            // The first line is damaged, and another document begins on the second.
            return InputFormat.JSON_LINES;
          }
        }
        outline.see(next);
      }
      if (outline.isFhir()) {
        return InputFormat.FHIR;
      }
      return oneLine && anotherLineFollows() ? InputFormat.JSON_LINES : InputFormat.JSON;
    }

    private boolean anotherLineFollows() throws IOException {
      boolean lineEnded = false;
      int next = next();
      while (isBlankOrMark(next)) {
        lineEnded |= next == '\n';
        next = next();
      }
      return lineEnded && next != END;
    }
  }

  private static boolean isCapital(int value) {
    return value >= 'A' && value <= 'Z';
  }

  private static boolean isCapitalOrDigit(int value) {
    return isCapital(value) || (value >= '0' && value <= '9');
  }

  /** Blanks, line ends, and the three bytes of a UTF-8 byte order mark. */
  private static boolean isBlankOrMark(int value) {
    return switch (value) {
      case ' ', '\t', '\r', '\n', 0xEF, 0xBB, 0xBF -> true;
      default -> false;
    };
  }
}
