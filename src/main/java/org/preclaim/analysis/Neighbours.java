package org.preclaim.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/**
 * Finds the rows that a row may have an encounter in common with, without looking at all: rows lie
 * in buckets by the words of the property that tells most of them apart.
 */
final class Neighbours {

  private final List<RowJudged> rows;
  private final Map<String, List<Integer>> byWord = new HashMap<>();
  private final List<Integer> anyWord = new ArrayList<>();
  private final Variable key;

  Neighbours(List<RowJudged> rows) {
    this.rows = rows;
    this.key = key(rows);
    for (int index = 0; index < rows.size(); index++) {
      Set<String> words = words(rows.get(index));
      for (String word : words) {
        byWord.computeIfAbsent(word, none -> new ArrayList<>()).add(index);
      }
      if (words.isEmpty()) {
        anyWord.add(index);
      }
    }
  }

  /** The property with the most words. */
  private static Variable key(List<RowJudged> rows) {
    Map<Variable, Set<String>> words = new LinkedHashMap<>();
    for (RowJudged row : rows) {
      row.conditions()
          .values()
          .forEach(
              (variable, accepted) -> {
                if (accepted instanceof WordSet set && !set.except()) {
                  words.computeIfAbsent(variable, none -> new HashSet<>()).addAll(set.words());
                }
              });
    }
    Variable key = new Variable(1, "code");
    int most = 0;
    for (Map.Entry<Variable, Set<String>> entry : words.entrySet()) {
      if (entry.getValue().size() > most) {
        most = entry.getValue().size();
        key = entry.getKey();
      }
    }
    return key;
  }

  /** The words by which a row is found; none where it accepts words that it does not name. */
  private Set<String> words(RowJudged row) {
    return row.conditions().values().get(key) instanceof WordSet set && !set.except()
        ? set.words()
        : Set.of();
  }

  /** Gives each row with each row above it that it may have an encounter in common with, once. */
  void forEachPair(ObjIntConsumer<RowJudged> pairs) {
    int[] seenBy = new int[rows.size()];
    for (int index = 0; index < rows.size(); index++) {
      RowJudged row = rows.get(index);
      Set<String> words = words(row);
      if (words.isEmpty()) {
        for (int other = 0; other < index; other++) {
          pairs.accept(row, other);
        }
        continue;
      }
      for (String word : words) {
        visit(byWord.getOrDefault(word, List.of()), index, seenBy, pairs);
      }
      visit(anyWord, index, seenBy, pairs);
    }
  }

  private void visit(
      List<Integer> bucket, int index, int[] seenBy, ObjIntConsumer<RowJudged> pairs) {
    for (int other : bucket) {
      if (other >= index) {
        return;
      }
      if (seenBy[other] != index) {
        seenBy[other] = index;
        pairs.accept(rows.get(index), other);
      }
    }
  }
}
