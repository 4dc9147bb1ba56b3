package org.preclaim.reference.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.preclaim.problem.Place;

/**
 * A file as it was published, unpacked, which may be read as often as it takes.
 *
 * @param name its own name, without folders and without {@code .gz}
 * @param shownAs where it came from, for people: {@code outer.zip/inner.csv}
 * @param kind what its first bytes say
 * @param size its bytes, or those of the file it is packed in where its own are not known
 * @param content opens it
 */
public record OfficialFile(String name, String shownAs, Kind kind, long size, Content content) {

  /** The character set of the text files that CMS publishes. */
  public static final Charset CHARSET = Charset.forName("windows-1252");

  private static final int HEAD_BYTES = 1 << 16;
  private static final int BUFFER_BYTES = 1 << 16;

  /** What a file is by its first bytes. */
  public enum Kind {
    /** An .xlsx workbook. */
    WORKBOOK,
    /** Anything without bytes that no text has. */
    TEXT,
    /** Something else, for instance a document or a picture. */
    OTHER
  }

  /** Opens bytes from their beginning. */
  @FunctionalInterface
  public interface Content {
    /** A new stream, which the caller closes; it ends in an exception at the limits. */
    InputStream open() throws IOException;
  }

  /** Its bytes from the beginning; the caller closes. */
  public InputStream open() throws IOException {
    return new BufferedInputStream(content.open(), BUFFER_BYTES);
  }

  /** Its first 64 KB as text, for telling what it is. */
  public String head() throws IOException {
    try (InputStream in = content.open()) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
    }
  }

  /** The name in lower case. */
  public String lowerCaseName() {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The file as a whole. */
  public Place place() {
    return new Place.Cell(shownAs, null, null);
  }

  /** The beginning of one of its lines, or of a row of its first sheet. */
  public Place place(int line) {
    return kind == Kind.WORKBOOK
        ? new Place.Cell(shownAs, null, "A" + line)
        : new Place.TextPosition(shownAs, line, 1);
  }

  /** A place in its text. */
  public Place place(int line, int column) {
    return new Place.TextPosition(shownAs, line, column);
  }
}
