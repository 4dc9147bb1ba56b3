package org.preclaim.problem;

import org.jspecify.annotations.Nullable;

/** Where a problem stands. {@code toString()} is the form shown to people. */
public sealed interface Place {

  /**
   * A place in a JSON document.
   *
   * @param pointer RFC 6901; empty for the document itself
   */
  record JsonPointer(String pointer) implements Place {
    @Override
    public String toString() {
      return pointer.isEmpty() ? "the document" : pointer;
    }
  }

  /**
   * A place in one document of a file that holds a JSON document on each line.
   *
   * @param file name of the file
   * @param line from 1
   * @param pointer RFC 6901, within the line's document; empty for that document itself
   */
  record JsonLine(String file, long line, String pointer) implements Place {
    @Override
    public String toString() {
      return file + ":" + line + (pointer.isEmpty() ? "" : " " + pointer);
    }
  }

  /**
   * A place in a FHIR resource.
   *
   * @param expression a simple FHIRPath, for instance {@code Claim.item[0].productOrService}
   */
  record FhirPath(String expression) implements Place {
    @Override
    public String toString() {
      return expression;
    }
  }

  /**
   * A place in a text file.
   *
   * @param file name of the file
   * @param line from 1
   * @param column from 1
   */
  record TextPosition(String file, int line, int column) implements Place {
    @Override
    public String toString() {
      return file + ":" + line + ":" + column;
    }
  }

  /**
   * A cell of a workbook.
   *
   * @param file name of the workbook
   * @param sheet name of the sheet; absent for the workbook as a whole
   * @param cell for instance {@code F12}; absent for the sheet as a whole
   */
  record Cell(String file, @Nullable String sheet, @Nullable String cell) implements Place {
    @Override
    public String toString() {
      return file + (sheet == null ? "" : "!" + sheet) + (cell == null ? "" : "!" + cell);
    }
  }

  /**
   * A place in an X12 file.
   *
   * @param interchange ISA13 control number; empty before the first ISA
   * @param segmentNumber from 1, counted over the whole file
   * @param segment the segment's name, for instance {@code CLM}
   * @param element for instance {@code 05-1}; absent for the segment as a whole
   * @param byteOffset of the segment's first byte, from 0
   * @param loop of the implementation guide, for instance {@code 2400}; absent where it is unknown
   */
  record X12Position(
      String interchange,
      long segmentNumber,
      String segment,
      @Nullable String element,
      long byteOffset,
      @Nullable String loop)
      implements Place {
    @Override
    public String toString() {
      return (interchange.isEmpty() ? "" : "interchange " + interchange + ", ")
          + "segment "
          + segmentNumber
          + " "
          + segment
          + (element == null ? "" : " element " + element)
          + ", byte "
          + byteOffset;
    }
  }

  /**
   * An entry of a journal.
   *
   * @param journal its file or database, without credentials
   * @param sequence from 1; 0 for the journal as a whole
   */
  record JournalEntry(String journal, long sequence) implements Place {
    @Override
    public String toString() {
      return journal + (sequence == 0 ? "" : " entry " + sequence);
    }
  }

  /**
   * A setting of the service.
   *
   * @param name an option of the command line, or a property
   * @param source where it was given, for instance a file and its line; absent where that is plain
   */
  record Setting(String name, @Nullable String source) implements Place {

    /** A setting that is known by its name alone. */
    public Setting(String name) {
      this(name, null);
    }

    @Override
    public String toString() {
      return name + (source == null ? "" : " in " + source);
    }
  }
}
