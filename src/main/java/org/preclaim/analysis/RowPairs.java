package org.preclaim.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.preclaim.table.PolicyRow;

/** Compares the rows of a table, each of which can fire, two at a time. */
final class RowPairs {

  private final Actions actions;
  private final Map<Integer, Pair> repeated = new LinkedHashMap<>();
  private final List<Pair> opposed = new ArrayList<>();

  /**
   * Two rows of which something is to be said.
   *
   * @param code what
   * @param row of which it is said
   * @param other the row it is compared with
   * @param why in words, where the code leaves that open
   */
  record Pair(AnalysisCode code, RowJudged row, RowJudged other, String why) {}

  private RowPairs(Actions actions) {
    this.actions = actions;
  }

  /**
   * What is to be said of {@code rows}: of each row at most once that it repeats another one, and
   * of each two that they contradict each other.
   */
  static List<Pair> of(List<RowJudged> rows, Actions actions) {
    RowPairs pairs = new RowPairs(actions);
    new Neighbours(rows).forEachPair((row, above) -> pairs.compare(row, rows.get(above)));
    List<Pair> all = new ArrayList<>(pairs.repeated.values());
    all.addAll(pairs.opposed);
    return all;
  }

  private void compare(RowJudged row, RowJudged above) {
    if (row.stated().cells().equals(above.stated().cells())) {
      repetition(row, above);
    }
    if (actions.canOppose()) {
      Optional<String> why = actions.opposition(above.row(), row.row());
      if (why.isPresent() && row.conditions().meets(above.conditions())) {
        opposed.add(new Pair(AnalysisCode.CONTRADICTION, row, above, why.get()));
      }
    }
  }

  private void repetition(RowJudged row, RowJudged above) {
    boolean narrower = row.conditions().imply(above.conditions());
    boolean wider = above.conditions().imply(row.conditions());
    String severity = row.stated().severity();
    boolean same = severity.equals(above.stated().severity());
    boolean bothSpeak = !severity.isEmpty() && !above.stated().severity().isEmpty();
    if (narrower && wider) {
      if (same) {
        repeats(AnalysisCode.DUPLICATE, row, above);
      } else if (bothSpeak) {
        opposed.add(new Pair(AnalysisCode.CONTRADICTION, row, above, severities(above, row)));
      }
    } else if ((narrower || wider) && (same || bothSpeak)) {
      AnalysisCode code = same ? AnalysisCode.SUBSUMED : AnalysisCode.SHADOWED;
      repeats(code, narrower ? row : above, narrower ? above : row);
    }
  }

  private static String severities(RowJudged one, RowJudged other) {
    return "`"
        + one.row().id()
        + "` says `"
        + one.stated().severity()
        + "`, `"
        + other.row().id()
        + "` says `"
        + other.stated().severity()
        + "`";
  }

  /** Of all that a row repeats the gravest is told, and of these the first in the table. */
  private void repeats(AnalysisCode code, RowJudged row, RowJudged other) {
    Pair pair = new Pair(code, row, other, "");
    repeated.merge(
        row.row().row(),
        pair,
        (known, found) -> {
          int grave = known.code().compareTo(found.code());
          boolean earlier = number(found.other()) < number(known.other());
          return grave < 0 || (grave == 0 && !earlier) ? known : found;
        });
  }

  private static int number(RowJudged row) {
    PolicyRow policy = row.row();
    return policy.row();
  }
}
