package org.preclaim.reference.ncci;

import static org.preclaim.reference.source.ReferenceProblemCode.BASELINE;
import static org.preclaim.reference.source.ReferenceProblemCode.DUPLICATE;
import static org.preclaim.reference.source.ReferenceProblemCode.ROW;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.pack.CodeKey;
import org.preclaim.reference.pack.DateKey;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.TableSpan;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.Importer.Job;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.SourceLimits;
import org.preclaim.reference.source.SourceRow;
import org.preclaim.reference.source.SourceRows;

/**
 * A quarter's additions, deletions and changes of modifier indicators, upon the table of the
 * quarter before. Change files have no dates: what is deleted or changed ends with the last day of
 * the quarter before, what is added or changed begins with the first day of its own.
 */
final class PtpChanges {

  /** What a change file does with its pairs, in the order in which they are applied. */
  private enum Kind {
    DELETIONS("deletion"),
    INDICATORS("change"),
    ADDITIONS("addition");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    static @Nullable Kind of(OfficialFile file) {
      String name = file.lowerCaseName();
      for (Kind kind : List.of(ADDITIONS, DELETIONS, INDICATORS)) {
        if (name.contains(kind.word)) {
          return kind;
        }
      }
      return null;
    }
  }

  private static final int INDICATOR = 2;

  private final Job job;
  private final ImportLog log;
  private final NcciField fields;
  private final Map<Long, Long> changed = new HashMap<>();
  private final PtpRows rows = new PtpRows();
  private boolean begun;
  private final int firstDay;
  private final int lastDayBefore;
  private final PackedPtp baseline;

  private PtpChanges(Job job, PackedPtp baseline, ImportLog log) {
    this.job = job;
    this.baseline = baseline;
    this.log = log;
    this.fields = new NcciField(log);
    this.firstDay = DateKey.of(job.effective());
    this.lastDayBefore = DateKey.of(job.effective().minusDays(1));
  }

  /** Whether a file changes a table instead of being one: its name says so. */
  static boolean isChange(OfficialFile file) {
    return Kind.of(file) != null && NcciNames.part(file.lowerCaseName()).isEmpty();
  }

  static @Nullable PackedTable pack(Job job, List<OfficialFile> files, ImportLog log)
      throws IOException {
    PackedTable before = job.loaded().find(job.dataset(), job.effective().minusDays(1));
    if (before == null || !before.span().until().equals(job.effective())) {
      log.problem(
          files.get(0).place(),
          BASELINE,
          "the quarter before " + job.effective() + " is not loaded, which this file changes",
          "import the whole table of one of the quarters first");
      return null;
    }
    return new PtpChanges(job, new PackedPtp(before), log).pack(files);
  }

  private @Nullable PackedTable pack(List<OfficialFile> files) throws IOException {
    rows.begin(files.get(0));
    List<OfficialFile> inOrder =
        files.stream().sorted(Comparator.comparing(file -> String.valueOf(Kind.of(file)))).toList();
    for (OfficialFile file : inOrder) {
      Kind kind = Kind.of(file);
      if (kind != null) {
        begun = false;
        SourceRows.read(file, SourceLimits.DEFAULT, row -> accept(kind, row));
      }
    }
    return log.problemCount() > 0 ? null : merged();
  }

  private void accept(Kind kind, SourceRow row) {
    if (!PtpImporter.isPair(row)) {
      if (begun && !row.isBlank()) {
        log.problem(row.place(0), ROW, "this is no pair, expected two codes and an indicator");
      }
      return;
    }
    begun = true;
    long problems = log.problemCount();
    int first = fields.code(row, 0);
    int second = fields.code(row, 1);
    int indicator = kind == Kind.DELETIONS ? 0 : fields.indicator(row, INDICATOR, "019", true);
    if (log.problemCount() > problems) {
      return;
    }
    boolean inForce = isInForce(first, second);
    if (inForce == (kind == Kind.ADDITIONS)) {
      String pair = CodeKey.text(first) + " with " + CodeKey.text(second);
      log.problem(
          row.place(0),
          BASELINE,
          "`"
              + pair
              + "` is "
              + (inForce ? "in force already" : "not in force")
              + " in the quarter before, expected the opposite of a row of "
              + kind.name().toLowerCase(Locale.ROOT));
      return;
    }
    change(kind, row, first, second, indicator);
  }

  private boolean isInForce(int first, int second) {
    return baseline.find(CodeKey.text(first), CodeKey.text(second), job.effective()) != null;
  }

  private void change(Kind kind, SourceRow row, int first, int second, int indicator) {
    long pair = pair(first, second);
    long begins =
        kind == Kind.DELETIONS
            ? 0
            : PtpWindow.of(firstDay, DateKey.OPEN, indicator, PtpRationale.UNKNOWN.number());
    if (changed.put(pair, begins) != null) {
      log.problem(row.place(0), DUPLICATE, "the pair is changed by another row already");
    }
    if (kind == Kind.ADDITIONS) {
      rows.add(first, second, begins, row.line());
    }
  }

  private static long pair(int first, int second) {
    return (long) first << Integer.SIZE | second;
  }

  private @Nullable PackedTable merged() {
    baseline.forEach(this::carryOver);
    return new PtpPacking(rows, log).pack(job.dataset(), TableSpan.quarter(job.effective()));
  }

  private void carryOver(int first, int second, long window) {
    Long begins = changed.get(pair(first, second));
    boolean open = PtpWindow.deletion(window) == DateKey.OPEN;
    if (begins == null || !open) {
      rows.add(first, second, window, 0);
      return;
    }
    rows.add(first, second, PtpWindow.until(window, lastDayBefore), 0);
    if (begins != 0) {
      int rationale = PtpWindow.rationale(window);
      rows.add(
          first,
          second,
          PtpWindow.of(firstDay, DateKey.OPEN, PtpWindow.indicator(begins), rationale),
          0);
    }
  }
}
