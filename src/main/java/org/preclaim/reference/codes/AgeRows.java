package org.preclaim.reference.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.ReferenceProblemCode;
import org.preclaim.reference.source.SourceRow;

/** Takes the rows of the Medicare Code Editor's diagnoses: code, first day, last day, flags. */
final class AgeRows implements Consumer<SourceRow> {

  static final List<String> HEADER =
      List.of("icd10cm_code_no_dot", "start_date", "end_date", "flags");

  /** Flags that say nothing about age. Those for a sex ended with September 2024. */
  private static final Set<String> OTHER_FLAGS =
      Set.of(
          "clintrial",
          "delout",
          "diabtypeI",
          "ecodepdx",
          "female",
          "male",
          "manifestation",
          "ncov6",
          "ncov7",
          "ncov_z302",
          "qadm",
          "reqsdx",
          "unacceptable",
          "unspecified",
          "wrngproc");

  private static final String FLAG_SEPARATOR = "\\|";

  private final DatedCodes codes;
  private final ImportLog log;
  private @Nullable SourceRow header;
  private boolean usable;

  AgeRows(DatedCodes codes, ImportLog log) {
    this.codes = codes;
    this.log = log;
  }

  @Override
  public void accept(SourceRow row) {
    if (header == null) {
      header = row;
      usable = readHeader(row);
    } else if (usable && !row.isBlank()) {
      readRow(row);
    }
  }

  private boolean readHeader(SourceRow row) {
    long before = log.problemCount();
    for (int i = 0; i < Math.max(HEADER.size(), row.size()); i++) {
      String expected = i < HEADER.size() ? "`" + HEADER.get(i) + "`" : "no further column";
      boolean same = i < HEADER.size() && row.field(i).equals(HEADER.get(i));
      if (!same) {
        log.problem(
            row.place(i),
            ReferenceProblemCode.HEADER,
            "the column is called `" + row.field(i) + "`, expected " + expected);
      }
    }
    return log.problemCount() == before;
  }

  private void readRow(SourceRow row) {
    if (row.size() != HEADER.size()) {
      log.problem(
          row.place(row.size()),
          ReferenceProblemCode.ROW,
          "the row has " + row.size() + " fields, expected " + HEADER.size());
      return;
    }
    boolean shaped = DiagnosisShape.fits(row.field(0));
    if (!shaped) {
      log.problem(
          row.place(0),
          ReferenceProblemCode.CODE,
          "`" + row.field(0) + "` is no diagnosis code, expected " + DiagnosisShape.EXPECTED);
    }
    LocalDate first = codes.day(row.field(1), row.place(1));
    boolean open = row.field(2).isEmpty();
    LocalDate last = open ? null : codes.day(row.field(2), row.place(2));
    byte age = age(row);
    if (!shaped || first == null || (!open && last == null)) {
      return;
    }
    if (last == null || !codes.runsBackwards(first, last, row.place(2))) {
      codes.add(row.field(0), first, last, age, row.place(0));
    }
  }

  private byte age(SourceRow row) {
    byte age = PackedAgeEdits.ANY_AGE;
    for (String flag : row.field(3).split(FLAG_SEPARATOR, -1)) {
      AgeGroup group = AgeGroup.named(flag);
      if (group != null && age == PackedAgeEdits.ANY_AGE) {
        age = group.mark();
      } else if (group != null) {
        problem(row, "`" + flag + "` is a second age group, expected one");
      } else if (!flag.isEmpty() && !OTHER_FLAGS.contains(flag)) {
        problem(row, "`" + flag + "` is no flag of the Medicare Code Editor that is known here");
      }
    }
    return age;
  }

  private void problem(SourceRow row, String message) {
    log.problem(row.place(3), ReferenceProblemCode.INDICATOR, message);
  }

  /** Reports a file without any row. */
  void end(OfficialFile file) {
    if (codes.size() == 0 && log.problemCount() == 0) {
      log.problem(file.place(), ReferenceProblemCode.ROW_COUNT, "the file has no row");
    }
  }
}
