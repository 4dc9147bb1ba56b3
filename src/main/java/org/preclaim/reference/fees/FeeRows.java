package org.preclaim.reference.fees;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.pack.CodeKey;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.ReferenceProblemCode;
import org.preclaim.reference.source.SourceRow;

/** Takes the rows of a relative value file as CSV or workbook: first its header, then entries. */
final class FeeRows implements Consumer<SourceRow> {

  private final FeeEntries entries;
  private final ImportLog log;
  private final List<SourceRow> header = new ArrayList<>();
  private boolean headerRead;
  private @Nullable FeeColumns columns;

  FeeRows(FeeEntries entries, ImportLog log) {
    this.entries = entries;
    this.log = log;
  }

  @Override
  public void accept(SourceRow row) {
    if (!headerRead) {
      readHeader(row);
    } else if (columns != null && !row.isBlank()) {
      readEntry(row, columns);
    }
  }

  private void readHeader(SourceRow row) {
    if (header.size() < FeeColumns.HEADER_ROWS_MAX) {
      header.add(row);
    }
    if (FeeColumns.endHeader(row)) {
      headerRead = true;
      columns = FeeColumns.under(header, log);
    }
  }

  private void readEntry(SourceRow row, FeeColumns at) {
    if (row.size() != at.width()) {
      log.problem(
          row.place(row.size()),
          ReferenceProblemCode.ROW,
          "the row has " + row.size() + " fields, expected " + at.width());
      return;
    }
    Map<FeeField, String> fields = new EnumMap<>(FeeField.class);
    for (FeeField field : FeeField.values()) {
      fields.put(field, text(row, field, at.of(field)));
    }
    entries.add(fields, field -> row.place(at.of(field)));
  }

  /** A workbook that holds a code or a count of days as a number has lost the zeros before it. */
  private static String text(SourceRow row, FeeField field, int index) {
    String text = row.field(index);
    boolean padded = row.isNumber(index) && !text.isEmpty();
    int width =
        switch (field) {
          case CODE -> CodeKey.LENGTH;
          case GLOBAL_DAYS -> 3;
          case MODIFIER, STATUS, PC_TC, MULTIPLE, BILATERAL, ASSISTANT, CO_SURGEON, TEAM -> 1;
        };
    return padded && text.length() < width ? "0".repeat(width - text.length()) + text : text;
  }

  /** Reports a file that ended before its header did. */
  void end(OfficialFile file) {
    if (!headerRead) {
      log.problem(
          file.place(),
          ReferenceProblemCode.HEADER,
          "there is no row that begins with `HCPCS`, expected the last row of the header");
    }
  }
}
