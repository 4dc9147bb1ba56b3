package org.preclaim.reference.source;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

/** Reads a text of fixed-width records line by line, without holding it. */
public final class SourceLines {

  private static final int BUFFER_CHARS = 1 << 16;

  private final Reader reader;
  private final int most;
  private final char[] buffer = new char[BUFFER_CHARS];
  private int at;
  private int end;
  private boolean afterReturn;

  /** Takes what was read of a file. */
  @FunctionalInterface
  public interface Lines {
    /** One line without its end; {@code number} counts from 1. */
    void accept(int number, String text);
  }

  private SourceLines(Reader reader, int most) {
    this.reader = reader;
    this.most = most;
  }

  /**
   * Hands every line to {@code lines}, whichever way they end.
   *
   * @throws TooLargeException where a line is longer than a field may be
   */
  public static void read(OfficialFile file, Charset charset, SourceLimits limits, Lines lines)
      throws IOException {
    try (Reader reader = new InputStreamReader(file.open(), charset)) {
      new SourceLines(reader, limits.cellCharacters()).readAll(lines);
    }
  }

  private void readAll(Lines lines) throws IOException {
    StringBuilder line = new StringBuilder();
    int number = 1;
    for (int next = next(); next >= 0; next = next()) {
      boolean secondOfPair = next == '\n' && afterReturn;
      afterReturn = next == '\r';
      if (secondOfPair) {
        continue;
      }
      if (next == '\n' || next == '\r') {
        lines.accept(number, line.toString());
        line.setLength(0);
        number++;
      } else {
        append(line, next);
      }
    }
    if (!line.isEmpty()) {
      lines.accept(number, line.toString());
    }
  }

  private void append(StringBuilder line, int character) throws TooLargeException {
    if (line.length() == most) {
      throw new TooLargeException("a line has more than " + most + " characters");
    }
    line.append((char) character);
  }

  private int next() throws IOException {
    if (at == end) {
      at = 0;
      end = reader.read(buffer);
    }
    return end < 0 ? -1 : buffer[at++];
  }
}
