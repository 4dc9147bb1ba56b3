package org.preclaim.reference.fees;

import java.util.EnumMap;
import java.util.Map;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.ReferenceProblemCode;
import org.preclaim.reference.source.SourceLines;

/** Takes the fixed-width records of a relative value file; those of its header begin with HDR. */
final class FeeRecords implements SourceLines.Lines {

  /** What the layout says. */
  static final int WIDTH = 200;

  static final String HEADER = "HDR";

  private final OfficialFile file;
  private final FeeEntries entries;
  private final ImportLog log;

  FeeRecords(OfficialFile file, FeeEntries entries, ImportLog log) {
    this.file = file;
    this.entries = entries;
    this.log = log;
  }

  @Override
  public void accept(int number, String text) {
    if (text.isBlank() || text.startsWith(HEADER)) {
      return;
    }
    if (text.length() != WIDTH) {
      log.problem(
          file.place(number, text.length() + 1),
          ReferenceProblemCode.ROW,
          "the record has " + text.length() + " characters, expected " + WIDTH);
      return;
    }
    Map<FeeField, String> fields = new EnumMap<>(FeeField.class);
    for (FeeField field : FeeField.values()) {
      fields.put(field, field.in(text));
    }
    entries.add(fields, field -> file.place(number, field.first()));
  }
}
