package org.preclaim.reference.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The texts that a workbook holds once and its cells name by number. */
final class SharedTexts extends DefaultHandler {

  private final SourceLimits limits;
  private final List<String> texts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean reading;
  private boolean phonetic;

  SharedTexts(SourceLimits limits) {
    this.limits = limits;
  }

  /** The text with this number; {@code null} where there is none. */
  @Nullable String get(int number) {
    return number >= 0 && number < texts.size() ? texts.get(number) : null;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "si" -> text.setLength(0);
      case "rPh" -> phonetic = true;
      case "t" -> reading = !phonetic;
      default -> reading = false;
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) throws SAXException {
    if (!reading) {
      return;
    }
    text.append(characters, start, length);
    if (text.length() > limits.cellCharacters()) {
      throw new SAXException(
          new TooLargeException("a cell has more than " + limits.cellCharacters() + " characters"));
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    switch (name) {
      case "si" -> texts.add(text.toString());
      case "rPh" -> phonetic = false;
      default -> reading = false;
    }
  }
}
