package org.preclaim.intake.json;

import org.preclaim.problem.Place;

/** Where the problems of one document stand, as its reader asked for it. */
sealed interface Places {

  /** The place of a value. */
  Place ofPointer(String pointer);

  /** The place of a character in the document's text. */
  Place ofText(int line, int column);

  /** A document that is an input of its own. */
  static Places document(String name) {
    return new InDocument(name);
  }

  /** A document on one line of an input. */
  static Places line(String name, long line) {
    return new OnLine(name, line);
  }

  record InDocument(String name) implements Places {
    @Override
    public Place ofPointer(String pointer) {
      return new Place.JsonPointer(pointer);
    }

    @Override
    public Place ofText(int line, int column) {
      return new Place.TextPosition(name, line, column);
    }
  }

  record OnLine(String name, long number) implements Places {
    @Override
    public Place ofPointer(String pointer) {
      return new Place.JsonLine(name, number, pointer);
    }

    @Override
    public Place ofText(int line, int column) {
      return new Place.TextPosition(name, (int) Math.min(number, Integer.MAX_VALUE), column);
    }
  }
}
