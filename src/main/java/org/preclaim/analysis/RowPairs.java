package org.preclaim.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.preclaim.table.PolicyRow;

/**
 * Compares the rows of a table, each of which can fire: two at a time, and each with all those
 * together that state the same.
 */
final class RowPairs {

  private final Actions actions;
  private final Map<Integer, Pair> repeated = new LinkedHashMap<>();
  private final List<Pair> opposed = new ArrayList<>();
  private final Map<Integer, List<RowJudged>> alike = new HashMap<>();
  private final List<Union> unions = new ArrayList<>();
  private final List<RowJudged> undecided = new ArrayList<>();

  /**
   * Two rows of which something is to be said.
   *
   * @param code what
   * @param row of which it is said
   * @param other the row it is compared with
   * @param why in words, where the code leaves that open
   */
  record Pair(AnalysisCode code, RowJudged row, RowJudged other, String why) {}

  /**
   * A row that several others repeat together.
   *
   * @param code subsumed or shadowed
   * @param row of which it is said
   * @param others none of which can be spared
   */
  record Union(AnalysisCode code, RowJudged row, List<RowJudged> others) {}

  /** Compares {@code rows}. */
  RowPairs(List<RowJudged> rows, Actions actions) {
    this.actions = actions;
    new Neighbours(rows).forEachPair((row, above) -> compare(row, rows.get(above)));
    RowCover cover = new RowCover();
    rows.forEach(row -> unite(row, cover));
  }

  /** Of each row at most once that it repeats another one; of each two that they contradict. */
  List<Pair> pairs() {
    List<Pair> all = new ArrayList<>(repeated.values());
    all.addAll(opposed);
    return all;
  }

  /** The rows that no single row repeats as gravely as several do together. */
  List<Union> unions() {
    return List.copyOf(unions);
  }

  /** The rows of which it would take too long to say whether several repeat them together. */
  List<RowJudged> undecided() {
    return List.copyOf(undecided);
  }

  private void unite(RowJudged row, RowCover cover) {
    Pair known = repeated.get(row.row().row());
    if (known != null && known.code() != AnalysisCode.SHADOWED) {
      return;
    }
    List<RowJudged> all = new ArrayList<>(alike.getOrDefault(row.row().row(), List.of()));
    all.sort(Comparator.comparingInt(RowPairs::number));
    List<RowJudged> same = all.stream().filter(other -> isAsSevere(row, other)).toList();
    boolean found = unite(AnalysisCode.SUBSUMED, row, same, cover);
    if (!found && known == null && same.size() < all.size()) {
      unite(AnalysisCode.SHADOWED, row, all, cover);
    }
  }

  /** Whether there is no more to look for. */
  private boolean unite(AnalysisCode code, RowJudged row, List<RowJudged> others, RowCover cover) {
    if (others.size() < 2) {
      return false;
    }
    RowCover.Answer answer = cover.of(row, others);
    switch (answer.left()) {
      case NOTHING -> {
        repeated.remove(row.row().row());
        unions.add(new Union(code, row, answer.by()));
      }
      case UNKNOWN -> undecided.add(row);
      case SOMETHING -> {
        return false;
      }
    }
    return true;
  }

  private static boolean isAsSevere(RowJudged row, RowJudged other) {
    return row.stated().severity().equals(other.stated().severity());
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
    boolean same = isAsSevere(row, above);
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
    if (same || bothSpeak) {
      isAlike(row, above, narrower);
      isAlike(above, row, wider);
    }
  }

  /** One that fires wherever the row does was told, or is the row below that repeats it. */
  private void isAlike(RowJudged row, RowJudged other, boolean implied) {
    if (!implied) {
      alike.computeIfAbsent(row.row().row(), any -> new ArrayList<>()).add(other);
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
