package org.preclaim.reference.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XML of one sheet into rows. */
final class SheetContent extends DefaultHandler {

  private static final int COLUMNS_MAX = 256;
  private static final int LETTERS = 26;

  /** A code has five and a day eight; {@code 1e999999999}, written out, fills the memory. */
  private static final int DIGITS_MOST = 20;

  private static final int CELL_CHARACTERS_MAX = 1 << 20;

  private final OfficialFile file;
  private final String sheet;
  private final SharedTexts shared;
  private final Consumer<SourceRow> rows;

  private final StringBuilder text = new StringBuilder();
  private List<String> fields = new ArrayList<>();
  private List<Boolean> numbers = new ArrayList<>();
  private int line;
  private int column;
  private String type = "";
  private boolean reading;
  private int rowCount;

  SheetContent(OfficialFile file, String sheet, SharedTexts shared, Consumer<SourceRow> rows) {
    this.file = file;
    this.sheet = sheet;
    this.shared = shared;
    this.rows = rows;
  }

  /** How many rows had anything in them. */
  int rowCount() {
    return rowCount;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    switch (name) {
      case "row" -> {
        @Nullable String number = attributes.getValue("r");
        line = number == null ? line + 1 : whole(number);
        fields = new ArrayList<>();
        numbers = new ArrayList<>();
      }
      case "c" -> {
        @Nullable String reference = attributes.getValue("r");
        column = reference == null ? fields.size() : column(reference);
        @Nullable String given = attributes.getValue("t");
        type = given == null ? "n" : given;
        text.setLength(0);
      }
      case "v", "t" -> reading = true;
      default -> reading = false;
    }
  }

  private static int whole(String number) throws SAXException {
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException damaged) {
      throw new SAXException("`" + number + "` is no row or text number", damaged);
    }
  }

  private static int column(String reference) throws SAXException {
    int column = 0;
    for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
      column = column * LETTERS + reference.charAt(i) - 'A' + 1;
    }
    if (column < 1 || column > COLUMNS_MAX) {
      throw new SAXException(
          new TooLargeException("it has a cell `" + reference + "` beyond column " + COLUMNS_MAX));
    }
    return column - 1;
  }

  @Override
  public void characters(char[] characters, int start, int length) throws SAXException {
    if (reading) {
      text.append(characters, start, length);
      if (text.length() > CELL_CHARACTERS_MAX) {
        throw new SAXException(new TooLargeException("it has a cell that is too long"));
      }
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    switch (name) {
      case "c" -> put();
      case "row" -> end();
      default -> reading = false;
    }
  }

  private void put() throws SAXException {
    String value = text.toString();
    boolean number = type.equals("n") && !value.isEmpty();
    if (type.equals("s") && !value.isEmpty()) {
      @Nullable String found = shared.get(whole(value));
      if (found == null) {
        throw new SAXException("there is no text " + value);
      }
      value = found;
    } else if (number) {
      value = plain(value);
    }
    while (fields.size() <= column) {
      fields.add("");
      numbers.add(false);
    }
    fields.set(column, value.strip());
    numbers.set(column, number);
  }

  /** A whole number without a point or an exponent; anything else as it is. */
  private static String plain(String value) {
    try {
      BigDecimal number = new BigDecimal(value);
      long digits = (long) number.precision() - number.scale();
      boolean whole = number.stripTrailingZeros().scale() <= 0 && digits < DIGITS_MOST;
      return whole ? number.toBigInteger().toString() : value;
    } catch (NumberFormatException notDecimal) {
      return value;
    }
  }

  private void end() {
    SourceRow row = new SourceRow(file, sheet, line, fields, numbers, List.of());
    if (!row.isBlank()) {
      rowCount++;
      rows.accept(row);
    }
  }
}
