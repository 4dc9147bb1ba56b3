package org.preclaim.reference.fees;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
import org.preclaim.reference.source.SourceRows;

/**
 * The relative value file of the Medicare physician fee schedule, {@code PPRRVU}: as CSV, workbook
 * or fixed-width text. A release has the same entries in each form, and since 2026 once for each
 * conversion factor, which are not kept: one file is read, the others are named as not used.
 */
public final class FeeScheduleImporter implements Importer {

  private static final Pattern NAME = Pattern.compile("pprrvu.*\\.(csv|xlsx|txt)");
  private static final List<String> PREFERENCE = List.of(".csv", ".xlsx", ".txt");

  @Override
  public @Nullable Recognised recognise(OfficialFile file, ImportLog log) throws IOException {
    boolean workbook = file.kind() == OfficialFile.Kind.WORKBOOK;
    boolean named = NAME.matcher(file.lowerCaseName()).matches();
    String head = file.kind() == OfficialFile.Kind.TEXT ? file.head() : "";
    if (workbook ? !named : !named && !isRelativeValueFile(head)) {
      return null;
    }
    return new Recognised(Dataset.FEE_SCHEDULE, FeeRelease.of(head, file.shownAs()));
  }

  private static boolean isRelativeValueFile(String head) {
    String upper = head.toUpperCase(Locale.ROOT);
    return upper.contains("PHYSICIAN FEE SCHEDULE RELATIVE VALUE FILE")
        || (upper.contains("\nHCPCS,MOD,DESCRIPTION,") && upper.contains("BILAT"));
  }

  @Override
  public @Nullable PackedTable pack(Job job, ImportLog log) throws IOException {
    List<OfficialFile> files =
        job.files().stream()
            .sorted(
                Comparator.comparingInt(FeeScheduleImporter::preference)
                    .thenComparing(OfficialFile::shownAs))
            .toList();
    for (OfficialFile other : files.subList(1, files.size())) {
      log.notice(
          other.place(),
          ReferenceProblemCode.NOT_USED,
          "the same release is read from `" + files.get(0).name() + "`");
    }
    FeeEntries entries = new FeeEntries(log);
    read(files.get(0), entries, log);
    if (entries.size() == 0 && log.problemCount() == 0) {
      log.problem(files.get(0).place(), ReferenceProblemCode.ROW_COUNT, "the file has no entry");
    }
    return log.problemCount() > 0 ? null : entries.pack(TableSpan.quarter(job.effective()));
  }

  private static int preference(OfficialFile file) {
    return PREFERENCE.stream()
        .filter(file.lowerCaseName()::endsWith)
        .mapToInt(PREFERENCE::indexOf)
        .findFirst()
        .orElse(PREFERENCE.size());
  }

  private void read(OfficialFile file, FeeEntries entries, ImportLog log) throws IOException {
    if (isFixedWidth(file)) {
      SourceLines.read(
          file, OfficialFile.CHARSET, SourceLimits.DEFAULT, new FeeRecords(file, entries, log));
    } else {
      FeeRows rows = new FeeRows(entries, log);
      SourceRows.read(file, SourceLimits.DEFAULT, rows);
      rows.end(file);
    }
  }

  private static boolean isFixedWidth(OfficialFile file) throws IOException {
    return file.kind() == OfficialFile.Kind.TEXT
        && (file.lowerCaseName().endsWith(".txt") || file.head().startsWith(FeeRecords.HEADER));
  }
}
