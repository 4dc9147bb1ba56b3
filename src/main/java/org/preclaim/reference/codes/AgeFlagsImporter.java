package org.preclaim.reference.codes;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Month;
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
import org.preclaim.reference.source.SourceLimits;
import org.preclaim.reference.source.SourceRows;

/**
 * The diagnoses of the Medicare Code Editor with their days and flags, as CSV. Its rows reach back
 * to the first ICD-10-CM codes, so that the newest file answers for all years before its own.
 */
public final class AgeFlagsImporter implements Importer {

  private static final Pattern VERSION = Pattern.compile("mce_?v(\\d{2})(?:[_.](\\d))?(?!\\d)");

  /** Version 33 was that of the fiscal year 2016, the first with ICD-10-CM. */
  private static final int YEAR_OF_VERSION_0 = 1983;

  @Override
  public @Nullable Recognised recognise(OfficialFile file, ImportLog log) throws IOException {
    if (file.kind() != OfficialFile.Kind.TEXT) {
      return null;
    }
    Matcher version = VERSION.matcher(file.lowerCaseName());
    boolean versioned = version.find();
    boolean ours = versioned || file.head().startsWith(String.join(",", AgeRows.HEADER));
    return ours ? new Recognised(Dataset.AGE_EDITS, versioned ? effective(version) : null) : null;
  }

  private static @Nullable LocalDate effective(Matcher version) {
    int fiscalYear = YEAR_OF_VERSION_0 + Integer.parseInt(version.group(1));
    @Nullable String update = version.group(2);
    if (update == null || update.equals("0")) {
      return LocalDate.of(fiscalYear - 1, Month.OCTOBER, 1);
    }
    return update.equals("1") ? LocalDate.of(fiscalYear, Month.APRIL, 1) : null;
  }

  @Override
  public @Nullable PackedTable pack(Job job, ImportLog log) throws IOException {
    OfficialFile file = SingleFile.of(job, log);
    DatedCodes codes = new DatedCodes(log);
    AgeRows rows = new AgeRows(codes, log);
    SourceRows.read(file, SourceLimits.DEFAULT, rows);
    rows.end(file);
    codes.sort();
    if (log.problemCount() > 0) {
      return null;
    }
    TableSpan span = TableSpan.fiscalYear(job.effective()).from(codes.earliest());
    TableDraft draft = new TableDraft(Dataset.AGE_EDITS, span, codes.size());
    codes.write(draft);
    return draft.section(PackedAgeEdits.AGES, codes.marks()).build();
  }
}
