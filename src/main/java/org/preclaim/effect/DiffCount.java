package org.preclaim.effect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.release.diff.FileDiff;
import org.preclaim.release.diff.FileDiff.NotCompared;
import org.preclaim.release.diff.FileDiff.OfWorkbook;
import org.preclaim.release.diff.ReleaseDiff;
import org.preclaim.table.WorkbookContent.Kind;
import org.preclaim.table.diff.Change;
import org.preclaim.table.diff.EntryChange;

/** A diff in one sentence. */
final class DiffCount {

  private DiffCount() {}

  /** For instance {@code 2 policies changed, 1 added; 1 change of code}. */
  static String sentence(ReleaseDiff diff) {
    if (!diff.differs()) {
      return "nothing differs";
    }
    List<String> parts = new ArrayList<>();
    policies(diff).forEach(parts::add);
    long others = count(diff, null) - policyCount(diff);
    if (others > 0) {
      parts.add(plural(others, "other entry", "other entries") + " of workbooks");
    }
    if (diff.codeChanges() > 0) {
      parts.add(plural(diff.codeChanges(), "change", "changes") + " of code");
    }
    long notCompared = notCompared(diff);
    if (notCompared > 0) {
      parts.add(plural(notCompared, "problem", "problems") + " of one side only");
    }
    if (!diff.pins().isEmpty()) {
      parts.add(plural(diff.pins().size(), "difference", "differences") + " beside the files");
    }
    return parts.isEmpty() ? "files without content differ" : String.join(", ", parts);
  }

  private static List<String> policies(ReleaseDiff diff) {
    List<String> parts = new ArrayList<>();
    for (Change change : List.of(Change.CHANGED, Change.ADDED, Change.REMOVED)) {
      long count = count(diff, change);
      if (count > 0) {
        parts.add(plural(count, "policy", "policies") + " " + change.word());
      }
    }
    return parts;
  }

  private static long policyCount(ReleaseDiff diff) {
    return count(diff, Change.CHANGED) + count(diff, Change.ADDED) + count(diff, Change.REMOVED);
  }

  /** Policies with that change; without one, all entries that are no code. */
  private static long count(ReleaseDiff diff, @Nullable Change change) {
    return diff.files().stream()
        .filter(OfWorkbook.class::isInstance)
        .flatMap(file -> ((OfWorkbook) file).diff().changes().stream())
        .filter(each -> change == null ? !each.kind().isCode() : isPolicy(each, change))
        .count();
  }

  private static boolean isPolicy(EntryChange each, Change change) {
    return each.kind() == Kind.POLICY && each.change() == change;
  }

  private static long notCompared(ReleaseDiff diff) {
    return diff.files().stream().mapToLong(DiffCount::notCompared).sum();
  }

  private static long notCompared(FileDiff file) {
    if (file instanceof OfWorkbook workbook) {
      return (long) workbook.diff().problemsBefore().size()
          + workbook.diff().problemsAfter().size();
    }
    return file instanceof NotCompared ? 1 : 0;
  }

  static String plural(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
