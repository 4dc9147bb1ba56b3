package org.preclaim.reference.codes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.TableSpan;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.Importer;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.ReferenceProblemCode;
import org.preclaim.reference.source.SourceLimits;
import org.preclaim.reference.source.SourceLines;

/**
 * The order file of ICD-10-CM: every code and header of a fiscal year, which begins in October; an
 * update in April is a whole file too.
 */
public final class DiagnosisImporter implements Importer {

  private static final Pattern NAME = Pattern.compile("icd-?10-?cm[-_]order.*\\.txt");
  private static final Pattern OTHER_LAYOUT = Pattern.compile("addend");
  private static final Pattern FIRST_RECORD =
      Pattern.compile("\\A0000[0-9] [A-Z][0-9A-Z]{2,6} {1,5}[01] \\S");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d{2})(?!\\d)");
  private static final Pattern APRIL = Pattern.compile("(?<![a-z])apr(il)?(?![a-z])");

  @Override
  public @Nullable Recognised recognise(OfficialFile file, ImportLog log) throws IOException {
    String name = file.lowerCaseName();
    if (file.kind() != OfficialFile.Kind.TEXT || OTHER_LAYOUT.matcher(name).find()) {
      return null;
    }
    boolean known = NAME.matcher(name).matches() || FIRST_RECORD.matcher(file.head()).find();
    return known ? new Recognised(Dataset.ICD10_CM, effective(file)) : null;
  }

  /** The year in a name is the one in which the fiscal year ends. */
  private static @Nullable LocalDate effective(OfficialFile file) {
    Matcher year = YEAR.matcher(file.lowerCaseName());
    if (!year.find()) {
      return null;
    }
    int fiscalYear = Integer.parseInt(year.group(1));
    String whole = file.shownAs().toLowerCase(Locale.ROOT);
    return APRIL.matcher(whole).find()
        ? LocalDate.of(fiscalYear, Month.APRIL, 1)
        : LocalDate.of(fiscalYear - 1, Month.OCTOBER, 1);
  }

  @Override
  public @Nullable PackedTable pack(Job job, ImportLog log) throws IOException {
    OfficialFile file = SingleFile.of(job, log);
    DiagnosisRecords records = new DiagnosisRecords(file, log);
    SourceLines.read(file, StandardCharsets.ISO_8859_1, SourceLimits.DEFAULT, records);
    if (records.size() == 0 && log.problemCount() == 0) {
      log.problem(file.place(), ReferenceProblemCode.ROW_COUNT, "the file has no record");
    }
    return log.problemCount() > 0 ? null : records.pack(TableSpan.fiscalYear(job.effective()));
  }
}
