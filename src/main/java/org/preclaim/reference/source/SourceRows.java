package org.preclaim.reference.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads a table row by row, without holding it. */
public final class SourceRows {

  private static final char TAB = '\t';
  private static final char COMMA = ',';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SourceRows() {}

  /**
   * Hands every row to {@code rows}: those of the first sheet that has any, or of text with tabs or
   * commas, whichever its beginning has more of.
   *
   * @return whether the file ends with the end of a line, as official text files do; where it does
   *     not, its last line may be cut off
   */
  public static boolean read(OfficialFile file, SourceLimits limits, Consumer<SourceRow> rows)
      throws IOException {
    if (file.kind() == OfficialFile.Kind.WORKBOOK) {
      new SheetRows(file, limits, rows).read();
      return true;
    }
    String head = file.head();
    boolean tabs = count(head, TAB) > count(head, COMMA);
    return readText(file, tabs ? TAB : COMMA, OfficialFile.CHARSET, limits, rows);
  }

  /** Its first rows, at most {@code count}: enough to tell what it is. */
  public static List<SourceRow> first(OfficialFile file, int count) throws IOException {
    List<SourceRow> first = new ArrayList<>();
    try {
      read(
          file,
          SourceLimits.DEFAULT,
          row -> {
            first.add(row);
            if (first.size() == count) {
              throw new Enough();
            }
          });
    } catch (Enough enough) {
      // What was asked for is there.
    }
    return first;
  }

  /** The same for text in a given character set, with a given separator. */
  public static boolean readText(
      OfficialFile file,
      char separator,
      Charset charset,
      SourceLimits limits,
      Consumer<SourceRow> rows)
      throws IOException {
    LastByte bytes = new LastByte(file.open());
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(Math.multiplyExact(limits.cellCharacters(), 2))
            .ofCsvRecord(new InputStreamReader(bytes, charset))) {
      for (CsvRecord each : reader) {
        rows.accept(row(file, each));
      }
    } catch (CsvParseException | UncheckedIOException unreadable) {
      throw unreadable.getCause() instanceof IOException cause
          ? cause
          : new TooLargeException(
              "it has a field of more than " + limits.cellCharacters() + " characters");
    }
    return bytes.last == '\n' || bytes.last == '\r';
  }

  private static SourceRow row(OfficialFile file, CsvRecord csv) {
    List<String> fields = new ArrayList<>(csv.getFieldCount());
    List<Integer> columns = new ArrayList<>(csv.getFieldCount());
    int column = 1;
    for (String raw : csv.getFields()) {
      String text = raw;
      if (column == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
        text = text.substring(1);
      }
      fields.add(text.strip());
      columns.add(column);
      column += width(text) + 1;
    }
    int line = Math.toIntExact(csv.getStartingLineNumber());
    return new SourceRow(file, null, line, fields, List.of(), columns);
  }

  /** How wide a field stood in the file, as far as quotes can be told. */
  private static int width(String text) {
    boolean quoted = text.indexOf('"') >= 0 || text.indexOf(COMMA) >= 0 || text.indexOf('\n') >= 0;
    return quoted ? text.length() + 2 + (int) count(text, '"') : text.length();
  }

  private static long count(String text, char character) {
    return text.chars().filter(each -> each == character).count();
  }

  /** Ends the reading of a file before its end. */
  private static final class Enough extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  /** Remembers the last byte that went through. */
  private static final class LastByte extends FilterInputStream {

    private int last = -1;

    LastByte(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      last = value < 0 ? last : value;
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = super.read(buffer, offset, length);
      last = got > 0 ? buffer[offset + got - 1] : last;
      return got;
    }
  }
}
