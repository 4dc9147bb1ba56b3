package org.preclaim.reference.coverage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.ReferenceProblemCode;
import org.preclaim.reference.source.SourceLimits;
import org.preclaim.reference.source.SourceRow;
import org.preclaim.reference.source.SourceRows;

/** Reads a file of an export: CSV in UTF-8, whose first row names the columns. */
final class NamedRows implements Consumer<SourceRow> {

  private static final char COMMA = ',';

  private final List<String> required;
  private final ImportLog log;
  private final Consumer<NamedRow> rows;
  private final Map<String, Integer> columns = new HashMap<>();
  private @Nullable SourceRow header;
  private boolean usable;

  private NamedRows(List<String> required, ImportLog log, Consumer<NamedRow> rows) {
    this.required = required;
    this.log = log;
    this.rows = rows;
  }

  /** Hands every row to {@code rows} that is as wide as the header; reports what is not. */
  static void read(
      OfficialFile file,
      List<String> required,
      SourceLimits limits,
      ImportLog log,
      Consumer<NamedRow> rows)
      throws IOException {
    NamedRows reader = new NamedRows(required, log, rows);
    SourceRows.readText(file, COMMA, StandardCharsets.UTF_8, limits, reader);
  }

  @Override
  public void accept(SourceRow row) {
    SourceRow first = header;
    if (first == null) {
      header = row;
      usable = readHeader(row);
    } else if (usable && row.size() != first.size()) {
      log.problem(
          row.place(row.size()),
          ReferenceProblemCode.ROW,
          "the row has " + row.size() + " fields, expected " + first.size());
    } else if (usable) {
      rows.accept(new NamedRow(row, columns, log));
    }
  }

  private boolean readHeader(SourceRow row) {
    for (int i = 0; i < row.size(); i++) {
      String name = row.field(i).toLowerCase(Locale.ROOT);
      if (columns.putIfAbsent(name, i) != null) {
        log.problem(
            row.place(i), ReferenceProblemCode.HEADER, "there are two columns `" + name + "`");
      }
    }
    for (String name : required) {
      if (!columns.containsKey(name)) {
        log.problem(
            row.place(0),
            ReferenceProblemCode.HEADER,
            "there is no column `" + name + "`, expected one in the first row");
      }
    }
    return columns.keySet().containsAll(required);
  }
}
