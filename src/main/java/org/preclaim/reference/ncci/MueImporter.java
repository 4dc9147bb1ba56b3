package org.preclaim.reference.ncci;

import static org.preclaim.reference.source.ReferenceProblemCode.SETTING;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
 * Imports medically unlikely edits, as CSV or workbook. Which of the three tables it is stands in
 * the head of the second column; from when it holds, only in the file's name.
 */
public final class MueImporter implements Importer {

  private static final int HEAD_ROWS = 8;
  static final String FIRST_HEAD = "hcpcscptcode";

  @Override
  public @Nullable Recognised recognise(OfficialFile file, ImportLog log) throws IOException {
    if (file.kind() == OfficialFile.Kind.OTHER) {
      return null;
    }
    Optional<SourceRow> header =
        SourceRows.first(file, HEAD_ROWS).stream()
            .filter(row -> NamedColumns.isHeader(row, FIRST_HEAD))
            .findFirst();
    @Nullable Dataset dataset = header.map(MueImporter::setting).orElse(null);
    if (dataset == null) {
      return null;
    }
    @Nullable Dataset named = setting(NamedColumns.letters(file.name()));
    if (named != null && named != dataset) {
      log.problem(
          header.orElseThrow().place(1),
          SETTING,
          "the table is `" + dataset.word() + "`, but its name says `" + named.word() + "`");
      return null;
    }
    return new Recognised(dataset, NcciNames.effective(file.shownAs().toLowerCase(Locale.ROOT)));
  }

  private static @Nullable Dataset setting(SourceRow header) {
    return header.fields().stream()
        .map(NamedColumns::letters)
        .filter(letters -> letters.endsWith("muevalues"))
        .flatMap(letters -> Stream.ofNullable(setting(letters)))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Dataset setting(String letters) {
    if (letters.contains("practitioner")) {
      return Dataset.MUE_PRACTITIONER;
    }
    if (letters.contains("hospital")) {
      return Dataset.MUE_OUTPATIENT_HOSPITAL;
    }
    return letters.contains("dme") ? Dataset.MUE_DME_SUPPLIER : null;
  }

  @Override
  public @Nullable PackedTable pack(Job job, ImportLog log) throws IOException {
    MueRows rows = new MueRows(log);
    for (OfficialFile file : job.files()) {
      rows.read(file);
    }
    return log.problemCount() > 0 ? null : rows.pack(job);
  }

  /** The heads of the columns, in the order in which {@link MueRows} names them. */
  static List<String> heads() {
    return List.of("muevalues", "mueadjudicationindicator", "muerationale");
  }
}
