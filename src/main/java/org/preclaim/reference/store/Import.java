package org.preclaim.reference.store;

import static org.preclaim.reference.source.ReferenceProblemCode.REPLACED;
import static org.preclaim.reference.source.ReferenceProblemCode.ROW_COUNT;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.source.ArrivedFiles;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.Importer;
import org.preclaim.reference.source.Progress;
import org.preclaim.reference.source.SourceLimits;
import org.preclaim.reference.store.ImportReport.Change;

/** One import: files into releases, releases into tables, tables into the store. */
final class Import {

  /** A release never has lost this part of its rows; an incomplete file may well have. */
  private static final double FEWEST_ROWS = 0.5;

  private final StoreFolder folder;
  private final LoadedTables before;
  private final ImportRequest request;
  private final Progress progress;
  private final ImportLog log = new ImportLog(SourceLimits.DEFAULT);
  private final Map<Arrivals.Key, PackedTable> packed = new LinkedHashMap<>();

  Import(StoreFolder folder, LoadedTables before, ImportRequest request, Progress progress) {
    this.folder = folder;
    this.before = before;
    this.request = request;
    this.progress = progress;
  }

  ImportReport run() throws IOException {
    Arrivals arrivals = new Arrivals(request.effective(), log);
    for (ImportRequest.Source file : request.files()) {
      arrivals.add(ArrivedFiles.in(file.path(), file.name(), SourceLimits.DEFAULT, progress, log));
    }
    arrivals.releases().forEach(this::pack);
    if (log.problemCount() > 0) {
      return new ImportReport(List.of(), log.problems(), log.notices());
    }
    List<ImportReport.Release> releases = store();
    return new ImportReport(releases, List.of(), log.notices());
  }

  private void pack(Arrivals.Key key, Arrivals.Release release) {
    try {
      Importer.Job job =
          new Importer.Job(key.dataset(), key.effective(), release.files(), this::loaded);
      PackedTable table = release.importer().pack(job, log);
      if (table != null && log.problemCount() == 0) {
        Formats.open(table);
        compare(key, table, release);
        packed.put(key, table);
      }
    } catch (IOException unreadable) {
      ArrivedFiles.report(log, release.files().get(0).place(), unreadable);
    }
  }

  /** The release of which the day is one, of this import or else of those before. */
  private @Nullable PackedTable loaded(Dataset dataset, LocalDate day) {
    return packed.values().stream()
        .filter(table -> table.dataset() == dataset && table.span().isOfRelease(day))
        .findFirst()
        .orElse(before.release(dataset, day));
  }

  private void compare(Arrivals.Key key, PackedTable table, Arrivals.Release release) {
    PackedTable earlier = loaded(key.dataset(), key.effective().minusDays(1));
    if (earlier == null || request.fewerRows()) {
      return;
    }
    long rows = table.vintage().rows();
    long rowsBefore = earlier.vintage().rows();
    if (rows < rowsBefore * FEWEST_ROWS) {
      log.problem(
          release.files().get(0).place(),
          ROW_COUNT,
          "the release of "
              + key.effective()
              + " has "
              + rows
              + " rows, the one of "
              + earlier.span().effective()
              + " has "
              + rowsBefore,
          "fetch the files again; if they are whole, import them with --fewer-rows");
    }
  }

  private List<ImportReport.Release> store() throws IOException {
    Manifest current = folder.manifest();
    List<ImportReport.Release> releases = new ArrayList<>();
    List<Manifest.Entry> added = new ArrayList<>();
    for (PackedTable table : packed.values()) {
      Manifest.Entry entry = Manifest.Entry.of(table);
      Change change = change(current, entry);
      releases.add(new ImportReport.Release(table.vintage(), change));
      if (change != Change.UNCHANGED) {
        folder.write(table);
        added.add(entry);
      }
    }
    if (!added.isEmpty()) {
      folder.publish(current.with(added));
    }
    return releases;
  }

  private Change change(Manifest current, Manifest.Entry entry) {
    if (current.entries().contains(entry)) {
      return Change.UNCHANGED;
    }
    boolean replaces = current.entries().stream().anyMatch(entry::isSameRelease);
    if (replaces) {
      log.notice(
          new Place.Cell(entry.dataset().word(), null, null),
          REPLACED,
          "the release of " + entry.effective() + " was loaded from other files before");
    }
    return replaces ? Change.REPLACED : Change.ADDED;
  }
}
