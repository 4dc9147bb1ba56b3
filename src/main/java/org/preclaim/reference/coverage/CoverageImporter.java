package org.preclaim.reference.coverage;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
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

/**
 * The export of billing and coding articles of the Medicare Coverage Database: tables as CSV in a
 * zip that lies in a zip. It says nowhere from when it holds; users give the day they fetched it,
 * unless the name of the archive has it. Articles have days of their own, but those that ended
 * before the export are not in it, so that it does not answer for earlier dates.
 */
public final class CoverageImporter implements Importer {

  private static final Pattern DAY = Pattern.compile("(20\\d{2})[-_]?(\\d{2})[-_]?(\\d{2})(?!\\d)");

  @Override
  public @Nullable Recognised recognise(OfficialFile file, ImportLog log) throws IOException {
    boolean ours =
        file.kind() == OfficialFile.Kind.TEXT
            && ExportFile.of(file) != null
            && file.head().contains(ExportFile.ARTICLE);
    return ours ? new Recognised(Dataset.COVERAGE_ARTICLES, day(file.shownAs())) : null;
  }

  private static @Nullable LocalDate day(String name) {
    Matcher day = DAY.matcher(name);
    try {
      return day.find()
          ? LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(3)))
          : null;
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  @Override
  public @Nullable PackedTable pack(Job job, ImportLog log) throws IOException {
    Map<ExportFile, OfficialFile> files = files(job, log);
    if (files.size() < ExportFile.values().length) {
      return null;
    }
    ExportRows rows = new ExportRows(log);
    for (Map.Entry<ExportFile, OfficialFile> each : files.entrySet()) {
      ExportFile file = each.getKey();
      NamedRows.read(
          each.getValue(), file.columns(), SourceLimits.DEFAULT, log, row -> rows.take(file, row));
    }
    CoverageDraft draft = new CoverageDraft(rows.articles());
    if (draft.size() == 0 && log.problemCount() == 0) {
      log.problem(
          job.files().get(0).place(),
          ReferenceProblemCode.ROW_COUNT,
          "the export has no group of diagnoses");
    }
    if (log.problemCount() > 0) {
      return null;
    }
    noteUnlinked(draft, files, log);
    return draft.pack(TableSpan.quarter(job.effective()), rows.count());
  }

  /** The files in the order in which they are read, and what is missing or came twice. */
  private static Map<ExportFile, OfficialFile> files(Job job, ImportLog log) {
    Map<ExportFile, OfficialFile> files = new EnumMap<>(ExportFile.class);
    for (OfficialFile file : job.files()) {
      ExportFile part = ExportFile.of(file);
      if (part != null && files.putIfAbsent(part, file) != null) {
        log.problem(
            file.place(),
            ReferenceProblemCode.PARTS,
            "there is a second `" + part.fileName() + "`, expected one export");
      }
    }
    for (ExportFile part : ExportFile.values()) {
      if (!files.containsKey(part)) {
        log.problem(
            job.files().get(0).place(),
            ReferenceProblemCode.PARTS,
            "`" + part.fileName() + "` is not there, expected all files of the export");
      }
    }
    return files;
  }

  private static void noteUnlinked(
      CoverageDraft draft, Map<ExportFile, OfficialFile> files, ImportLog log) {
    OfficialFile paragraphs = files.get(ExportFile.PARAGRAPHS);
    if (draft.unlinked() > 0 && paragraphs != null) {
      log.notice(
          paragraphs.place(),
          ReferenceProblemCode.NOT_USED,
          draft.unlinked()
              + " of "
              + draft.size()
              + " groups of diagnoses do not say in a way"
              + " that is understood which codes they support; they cannot be checked");
    }
  }
}
