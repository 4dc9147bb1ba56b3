package org.preclaim.release.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.release.diff.RuleText.Line;
import org.preclaim.table.diff.Change;

/**
 * A rule of a DRL file that does not read the same before and after. One that merely moved does.
 *
 * @param name of the rule; empty for what stands outside of all rules
 * @param change what became of it
 * @param lines those that are gone or new, in their order
 */
public record RuleChange(String name, Change change, List<LineChange> lines) {

  /**
   * A line that is gone or new.
   *
   * @param before its number in the old file, from 1; absent for a new one
   * @param after its number in the new file; absent for one that is gone
   */
  public record LineChange(@Nullable Integer before, @Nullable Integer after, String text) {

    private static LineChange gone(Line line) {
      return new LineChange(line.number(), null, line.text());
    }

    private static LineChange added(Line line) {
      return new LineChange(null, line.number(), line.text());
    }
  }

  /** Copies the list. */
  public RuleChange {
    lines = List.copyOf(lines);
  }

  /** The rules that differ between two files; an absent file has none. */
  static List<RuleChange> between(String before, String after) {
    Map<String, List<Line>> old = RuleText.of(before);
    Map<String, List<Line>> now = RuleText.of(after);
    Set<String> names = new LinkedHashSet<>(now.keySet());
    names.addAll(old.keySet());
    List<RuleChange> changes = new ArrayList<>();
    for (String name : names) {
      List<Line> was = old.getOrDefault(name, List.of());
      List<Line> is = now.getOrDefault(name, List.of());
      List<LineChange> lines = lines(was, is);
      if (!lines.isEmpty()) {
        changes.add(new RuleChange(name, change(was, is), lines));
      }
    }
    return changes;
  }

  private static Change change(List<Line> was, List<Line> is) {
    if (was.isEmpty()) {
      return Change.ADDED;
    }
    return is.isEmpty() ? Change.REMOVED : Change.CHANGED;
  }

  private static List<LineChange> lines(List<Line> was, List<Line> is) {
    List<LineChange> lines = new ArrayList<>();
    List<AbstractDelta<String>> deltas =
        DiffUtils.diff(was.stream().map(Line::text).toList(), is.stream().map(Line::text).toList())
            .getDeltas();
    for (AbstractDelta<String> delta : deltas) {
      int from = delta.getSource().getPosition();
      was.subList(from, from + delta.getSource().size())
          .forEach(line -> lines.add(LineChange.gone(line)));
      int to = delta.getTarget().getPosition();
      is.subList(to, to + delta.getTarget().size())
          .forEach(line -> lines.add(LineChange.added(line)));
    }
    return lines;
  }
}
