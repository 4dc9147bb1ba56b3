package org.preclaim.reference.codes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.TableDraft;
import org.preclaim.reference.pack.TableSpan;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.Importer;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.ReferenceProblemCode;
import org.preclaim.reference.source.SourceLimits;
import org.preclaim.reference.source.SourceLines;

/**
 * The alphanumeric HCPCS file, {@code ANWEB}: the codes and modifiers of Level II with the days
 * from which and until which they may be used. Published for a year, and by quarter since 2020; the
 * dental codes are another organisation's and mostly not in it.
 */
public final class HcpcsImporter implements Importer {

  private static final Pattern NAME =
      Pattern.compile("hcpc(\\d{4})(?:_(jan|apr|jul|oct)[a-z]*)?_.*anweb.*\\.txt");
  private static final Pattern RECORD =
      Pattern.compile("^" + HcpcsRecords.BEGINNING + ".{309}$", Pattern.MULTILINE);
  private static final List<String> MONTHS = List.of("jan", "apr", "jul", "oct");
  private static final int MONTHS_OF_QUARTER = 3;

  @Override
  public @Nullable Recognised recognise(OfficialFile file, ImportLog log) throws IOException {
    if (file.kind() != OfficialFile.Kind.TEXT) {
      return null;
    }
    Matcher name = NAME.matcher(file.lowerCaseName());
    if (name.matches()) {
      @Nullable String month = name.group(2);
      int quarter = month == null ? 0 : MONTHS.indexOf(month);
      int year = Integer.parseInt(name.group(1));
      return new Recognised(Dataset.HCPCS, LocalDate.of(year, quarter * MONTHS_OF_QUARTER + 1, 1));
    }
    return RECORD.matcher(file.head()).find() ? new Recognised(Dataset.HCPCS, null) : null;
  }

  @Override
  public @Nullable PackedTable pack(Job job, ImportLog log) throws IOException {
    OfficialFile file = SingleFile.of(job, log);
    DatedCodes codes = new DatedCodes(log);
    HcpcsRecords records = new HcpcsRecords(file, codes, log);
    SourceLines.read(file, StandardCharsets.ISO_8859_1, SourceLimits.DEFAULT, records);
    if (records.size() == 0) {
      log.problem(file.place(), ReferenceProblemCode.ROW_COUNT, "the file has no record");
    }
    codes.sort();
    if (log.problemCount() > 0) {
      return null;
    }
    TableDraft draft = new TableDraft(Dataset.HCPCS, span(file, job.effective()), codes.size());
    codes.write(draft);
    return draft.build();
  }

  /** A file without a month in its name is that of a whole year. */
  private static TableSpan span(OfficialFile file, LocalDate effective) {
    Matcher name = NAME.matcher(file.lowerCaseName());
    boolean yearly = name.matches() && name.group(2) == null;
    return yearly
        ? new TableSpan(effective, effective, effective.plusYears(1))
        : TableSpan.quarter(effective);
  }
}
