package org.preclaim.reference.ncci;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.Importer;
import org.preclaim.reference.source.NamedColumns;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.SourceRow;
import org.preclaim.reference.source.SourceRows;

/**
 * Imports the add-on code edits: a workbook or CSV with heads, or the flat text without any. The
 * quarter stands in the name only.
 */
public final class AddOnImporter implements Importer {

  private static final int HEAD_ROWS = 8;
  static final String FIRST_HEAD = "aocedittype";

  /** Type, add-on code, its last day or blanks, primary code: the beginning of each flat line. */
  static final Pattern FLAT =
      Pattern.compile("[123][0-9A-Z]{5}(?:[0-9]{7}| {7})[0-9A-Z]{5}(?:[0-9]{7}| {7})[0-9]{7}.*");

  @Override
  public @Nullable Recognised recognise(OfficialFile file, ImportLog log) throws IOException {
    if (file.kind() == OfficialFile.Kind.OTHER) {
      return null;
    }
    List<SourceRow> head = SourceRows.first(file, HEAD_ROWS);
    boolean ours =
        head.stream().anyMatch(row -> NamedColumns.isHeader(row, FIRST_HEAD)) || isFlat(file);
    return ours
        ? new Recognised(
            Dataset.ADD_ON, NcciNames.effective(file.shownAs().toLowerCase(Locale.ROOT)))
        : null;
  }

  /** Whether its first line is one of the flat layout. */
  static boolean isFlat(OfficialFile file) throws IOException {
    return file.kind() == OfficialFile.Kind.TEXT
        && file.head().lines().findFirst().filter(line -> FLAT.matcher(line).matches()).isPresent();
  }

  @Override
  public @Nullable PackedTable pack(Job job, ImportLog log) throws IOException {
    AddOnRows rows = new AddOnRows(log);
    for (OfficialFile file : job.files()) {
      rows.read(file);
    }
    return log.problemCount() > 0 ? null : rows.pack(job);
  }
}
