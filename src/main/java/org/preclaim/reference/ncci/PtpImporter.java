package org.preclaim.reference.ncci;

import static org.preclaim.reference.source.ReferenceProblemCode.PARTS;
import static org.preclaim.reference.source.ReferenceProblemCode.ROW;
import static org.preclaim.reference.source.ReferenceProblemCode.SETTING;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * Imports NCCI procedure-to-procedure edits: the parts of a quarter, as text or workbooks, or the
 * quarter's change files upon the table of the quarter before.
 */
public final class PtpImporter implements Importer {

  private static final int PARTS_MIN = 4;
  private static final int HEAD_ROWS = 12;

  @Override
  public @Nullable Recognised recognise(OfficialFile file, ImportLog log) throws IOException {
    if (file.kind() == OfficialFile.Kind.OTHER || !hasHeader(file)) {
      return null;
    }
    @Nullable Dataset own = setting(file.lowerCaseName());
    @Nullable Dataset arrived = setting(file.shownAs().toLowerCase(Locale.ROOT));
    if (own == null && arrived == null) {
      log.problem(
          file.place(),
          SETTING,
          "nothing says whether these pairs are for practitioners or hospitals",
          "keep the name under which it was published, with `ccipra` or `ccioph` in it");
      return null;
    }
    String archive = file.shownAs().substring(0, file.shownAs().length() - file.name().length());
    @Nullable Dataset around = setting(archive.toLowerCase(Locale.ROOT));
    if (own != null && around != null && own != around) {
      log.problem(
          file.place(),
          SETTING,
          "the file is named for `" + own.word() + "` and its archive for `" + around.word() + "`");
      return null;
    }
    Dataset dataset = own == null ? arrived : own;
    return dataset == null
        ? null
        : new Recognised(dataset, NcciNames.effective(file.shownAs().toLowerCase(Locale.ROOT)));
  }

  private static boolean hasHeader(OfficialFile file) throws IOException {
    return SourceRows.first(file, HEAD_ROWS).stream()
        .map(row -> (row.field(0) + row.field(1)).toLowerCase(Locale.ROOT))
        .anyMatch(text -> text.replace(" ", "").startsWith("column1column2"));
  }

  private static @Nullable Dataset setting(String name) {
    if (name.contains("ccipra") || name.contains("practitioner")) {
      return Dataset.PTP_PRACTITIONER;
    }
    boolean hospital = name.contains("ccioph") || name.contains("hospital");
    return hospital ? Dataset.PTP_OUTPATIENT_HOSPITAL : null;
  }

  @Override
  public @Nullable PackedTable pack(Job job, ImportLog log) throws IOException {
    List<OfficialFile> changes = job.files().stream().filter(PtpChanges::isChange).toList();
    List<OfficialFile> parts =
        job.files().stream().filter(each -> !changes.contains(each)).toList();
    PtpRows rows = new PtpRows();
    if (parts.isEmpty()) {
      return PtpChanges.pack(job, changes, log);
    }
    requireAllParts(parts, log);
    for (OfficialFile part : parts) {
      read(part, rows, log);
    }
    if (!changes.isEmpty()) {
      log.problem(
          changes.get(0).place(),
          PARTS,
          "a change file came with the whole table of its quarter, expected one or the other");
    }
    return log.problemCount() > 0
        ? null
        : new PtpPacking(rows, log).pack(job.dataset(), TableSpan.quarter(job.effective()));
  }

  private static void read(OfficialFile file, PtpRows rows, ImportLog log) throws IOException {
    rows.begin(file);
    PtpReader reader = new PtpReader(rows, log);
    if (file.kind() == OfficialFile.Kind.WORKBOOK) {
      SourceRows.read(file, SourceLimits.DEFAULT, reader::accept);
    } else {
      new PtpText(file, rows, reader).read(SourceLimits.DEFAULT);
    }
    if (!reader.begun()) {
      log.problem(file.place(), ROW, "it holds no pair, expected rows that begin with two codes");
    }
  }

  private static void requireAllParts(List<OfficialFile> files, ImportLog log) {
    List<Integer> present =
        files.stream()
            .map(file -> NcciNames.part(file.lowerCaseName()))
            .flatMapToInt(OptionalInt::stream)
            .sorted()
            .distinct()
            .boxed()
            .toList();
    if (present.isEmpty()) {
      return;
    }
    int last = Math.max(PARTS_MIN, present.get(present.size() - 1));
    String missing =
        IntStream.rangeClosed(1, last)
            .filter(part -> !present.contains(part))
            .mapToObj(part -> "f" + part)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      log.problem(
          files.get(0).place(),
          PARTS,
          "of this quarter the parts " + missing + " are missing",
          "import all parts of a quarter with one command");
    }
  }

  /** For change files: whether the row is that of a pair. */
  static boolean isPair(SourceRow row) {
    return NcciField.isCode(row.field(0)) && NcciField.isCode(row.field(1));
  }
}
