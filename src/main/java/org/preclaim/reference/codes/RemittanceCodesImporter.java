package org.preclaim.reference.codes;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.TableSpan;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.Importer;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.SourceLimits;
import org.preclaim.reference.source.SourceRow;
import org.preclaim.reference.source.SourceRows;

/**
 * The lists of claim adjustment reason codes and remittance advice remark codes with their days.
 * Their owner publishes web pages, three times a year; what is read is a table made of them. The
 * texts are its owner's: a column with them is passed over.
 */
public final class RemittanceCodesImporter implements Importer {

  /** The month, or the day, of the lists in a name. */
  private static final Pattern MONTH =
      Pattern.compile("(?<!\\d)(20\\d{2})[-_.]?(\\d{2})(?:[-_.]?(\\d{2}))?(?!\\d)");

  /** Lists come in March, July and November, so that each holds for four months. */
  private static final int MONTHS = 4;

  @Override
  public @Nullable Recognised recognise(OfficialFile file, ImportLog log) throws IOException {
    if (file.kind() == OfficialFile.Kind.OTHER) {
      return null;
    }
    List<SourceRow> first = SourceRows.first(file, 1);
    boolean ours = !first.isEmpty() && RemittanceRows.isHeader(first.get(0));
    return ours ? new Recognised(Dataset.REMITTANCE_CODES, effective(file)) : null;
  }

  private static @Nullable LocalDate effective(OfficialFile file) {
    Matcher month = MONTH.matcher(file.lowerCaseName());
    if (!month.find()) {
      return null;
    }
    @Nullable String day = month.group(3);
    try {
      return LocalDate.of(
          Integer.parseInt(month.group(1)),
          Integer.parseInt(month.group(2)),
          day == null ? 1 : Integer.parseInt(day));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  @Override
  public @Nullable PackedTable pack(Job job, ImportLog log) throws IOException {
    OfficialFile file = SingleFile.of(job, log);
    RemittanceRows rows = new RemittanceRows(log);
    rows.end(file, SourceRows.read(file, SourceLimits.DEFAULT, rows));
    LocalDate effective = job.effective();
    return log.problemCount() > 0
        ? null
        : rows.pack(new TableSpan(effective, effective, effective.plusMonths(MONTHS)));
  }
}
