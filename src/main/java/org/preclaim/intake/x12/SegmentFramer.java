package org.preclaim.intake.x12;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.preclaim.intake.x12.Frame.Broken;
import org.preclaim.intake.x12.Frame.Damaged;
import org.preclaim.intake.x12.Frame.End;
import org.preclaim.intake.x12.Frame.Whole;
import org.preclaim.problem.Place.X12Position;
import org.preclaim.problem.Problem;

/**
 * Cuts bytes into segments. A parser gives up at the first byte it does not understand; this stage
 * sets a damaged segment aside instead, so that the claims after it are still read.
 */
final class SegmentFramer {

  private static final Pattern TAG = Pattern.compile("[A-Z][A-Z0-9]{1,2}");
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
  private static final String HEADER_TAG = "ISA";

  private final ByteSource source;
  private final X12Limits limits;
  private String interchange = "";
  private long number;

  SegmentFramer(ByteSource source, X12Limits limits) {
    this.source = source;
    this.limits = limits;
  }

  /**
   * The next interchange header: {@code Whole} with its terminator, {@code Broken} or {@code End}.
   */
  Frame header() throws IOException {
    boolean first = source.offset() == 0;
    if (first && source.startsWith(BYTE_ORDER_MARK)) {
      source.read();
      source.read();
      source.read();
    }
    skipBlanks();
    if (source.peek(0) < 0) {
      return atEnd(first);
    }
    interchange = "";
    number++;
    long start = source.offset();
    if (!source.startsWith(HEADER_TAG)) {
      return new Broken(notX12(first, start));
    }
    return fixedHeader(start);
  }

  private Frame atEnd(boolean first) {
    if (source.limitReached()) {
      return new Broken(overLimit());
    }
    return first
        ? new Broken(
            problem(X12Code.EMPTY, "", source.offset(), "the input is empty; expected `ISA`"))
        : new End();
  }

  private Problem notX12(boolean first, long start) {
    String message =
        first
            ? "the input does not start with an interchange header; expected `ISA`"
            : "expected `ISA` or the end of the input; nothing after this place is read";
    return problem(X12Code.NOT_X12, "", start, message);
  }

  private Frame fixedHeader(long start) throws IOException {
    StringBuilder header = new StringBuilder(Delimiters.HEADER_CHARS);
    while (header.length() < Delimiters.HEADER_CHARS) {
      int next = source.read();
      if (next < 0) {
        return new Broken(
            problem(X12Code.CUT_OFF, HEADER_TAG, start, "the input ends inside its `ISA` header"));
      }
      header.append((char) next);
    }
    return checkedHeader(header.toString(), start);
  }

  private Frame checkedHeader(String text, long start) {
    if (!Delimiters.fixedShape(text)) {
      String message =
          "the header is not "
              + Delimiters.HEADER_CHARS
              + " characters with every separator in its place; nothing from here on is read";
      return new Broken(problem(X12Code.ISA, HEADER_TAG, start, message));
    }
    if (Delimiters.controlInData(text)) {
      // Its control number is shown with every problem and must not break a line there.
      String message = "the header holds a control character; nothing from here on is read";
      return new Broken(problem(X12Code.CHARACTER, HEADER_TAG, start, message));
    }
    interchange = text.substring(90, 99).strip();
    return new Whole(text, number, start);
  }

  /** The next segment of the open interchange; {@code End} before another header or at the end. */
  Frame segment(Delimiters delimiters) throws IOException {
    skipBlanks();
    if (source.peek(0) < 0) {
      return source.limitReached() ? new Broken(overLimit()) : new End();
    }
    if (source.startsWith(HEADER_TAG) && Delimiters.separates((char) Math.max(0, source.peek(3)))) {
      return new End();
    }
    number++;
    long start = source.offset();
    StringBuilder text = new StringBuilder();
    boolean terminated = collect(text, delimiters.terminator());
    return checked(text.toString(), start, terminated, delimiters);
  }

  /** Reads to the terminator; line breaks inside a segment come from wrapped files and go. */
  private boolean collect(StringBuilder text, char terminator) throws IOException {
    for (int next = source.read(); next >= 0; next = source.read()) {
      if (next == terminator) {
        return true;
      }
      if (next != '\r' && next != '\n' && text.length() <= limits.segmentCharsMax()) {
        text.append((char) next);
      }
    }
    return false;
  }

  private Frame checked(String text, long start, boolean terminated, Delimiters delimiters) {
    Whole whole = new Whole(text, number, start);
    String tag = whole.tag(delimiters.element());
    boolean named = TAG.matcher(tag).matches();
    String shown = named ? tag : "?";
    // The very last terminator is often forgotten, and nothing can be missing after it.
    if (!terminated && !tag.equals("IEA")) {
      return damaged(X12Code.CUT_OFF, shown, start, "the input ends inside a segment");
    }
    if (text.length() > limits.segmentCharsMax()) {
      return damaged(
          X12Code.LIMIT,
          shown,
          start,
          String.format(
              Locale.ROOT, "the segment is longer than %d characters", limits.segmentCharsMax()));
    }
    if (!named) {
      return damaged(
          X12Code.SEGMENT_ID,
          shown,
          start,
          "the segment does not start with an identifier of two or three capitals and digits");
    }
    if (text.chars().anyMatch(c -> isStray(c, delimiters))) {
      return damaged(X12Code.CHARACTER, shown, start, "the segment holds a control character");
    }
    return longElement(text, delimiters.element())
        ? damaged(
            X12Code.LIMIT,
            shown,
            start,
            String.format(
                Locale.ROOT, "an element is longer than %d characters", limits.elementCharsMax()))
        : whole;
  }

  private static boolean isStray(int c, Delimiters delimiters) {
    boolean control = c < ' ' || (c >= 0x7f && c < 0xa0);
    return control && c != delimiters.element() && c != delimiters.component();
  }

  private boolean longElement(String text, char separator) {
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      if (at - from > limits.elementCharsMax()) {
        return true;
      }
      from = at + 1;
    }
    return text.length() - from > limits.elementCharsMax();
  }

  private void skipBlanks() throws IOException {
    for (int next = source.peek(0); isBlank(next); next = source.peek(0)) {
      source.read();
    }
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\r' || c == '\n' || c == '\t';
  }

  private Problem overLimit() {
    return problem(
        X12Code.LIMIT,
        "",
        source.offset(),
        String.format(
            Locale.ROOT,
            "the input is longer than %d bytes; the rest is not read",
            limits.fileBytesMax()));
  }

  private Damaged damaged(X12Code code, String tag, long start, String message) {
    return new Damaged(problem(code, tag, start, message), 0);
  }

  private Problem problem(X12Code code, String tag, long offset, String message) {
    String segment = tag.isEmpty() ? "?" : tag;
    return new Problem(
        new X12Position(interchange, Math.max(1, number), segment, null, offset, null),
        code.code(),
        message);
  }

  /** How many problems are kept where they come one after the other. */
  int problemsMax() {
    return limits.problemsMax();
  }

  /** ISA13 of the interchange that is being read. */
  String interchange() {
    return interchange;
  }

  void close() throws IOException {
    source.close();
  }
}
