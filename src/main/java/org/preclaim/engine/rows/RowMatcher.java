package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.Performed;

/**
 * Finds the rows that come near to an encounter. A row is looked at only where one of its codes or
 * kinds occurs, so that rows which do not concern an encounter cost nothing; rows without either
 * are looked at for every encounter.
 */
final class RowMatcher {

  private final Map<String, Candidate[]> byCode;
  private final Map<String, Candidate[]> byKind;
  private final Candidate[] always;

  RowMatcher(List<TableLowering.Lowered> rows) {
    Map<String, List<Candidate>> codes = new HashMap<>();
    Map<String, List<Candidate>> kinds = new HashMap<>();
    List<Candidate> unkeyed = new ArrayList<>();
    for (TableLowering.Lowered lowered : rows) {
      Shape shape = lowered.shape();
      Candidate candidate = new Candidate(lowered.row(), shape);
      Shape.Key key = shape.key();
      if (key == null || lowered.row().blank(key.slot())) {
        unkeyed.add(candidate);
        continue;
      }
      boolean code = shape.facts().get(key.position()) == FactType.LINE;
      Object value = lowered.row().value(key.slot());
      for (Object word : value instanceof Set<?> words ? words : Set.of(value)) {
        (code ? codes : kinds)
            .computeIfAbsent((String) word, none -> new ArrayList<>())
            .add(candidate);
      }
    }
    byCode = packed(codes);
    byKind = packed(kinds);
    always = unkeyed.toArray(new Candidate[0]);
  }

  private static Map<String, Candidate[]> packed(Map<String, List<Candidate>> rows) {
    Map<String, Candidate[]> packed = new HashMap<>();
    rows.forEach((word, candidates) -> packed.put(word, candidates.toArray(new Candidate[0])));
    return packed;
  }

  /** Gives what is to be judged; nothing where no row comes near. */
  void forEachCase(Surroundings surroundings, Consumer<RowCase> cases) {
    @Nullable Object[] facts = new Object[Shape.FACTS_MAX];
    for (BilledLine line : surroundings.lines()) {
      Candidate[] candidates = byCode.get(line.code());
      if (candidates != null) {
        for (Candidate candidate : candidates) {
          candidate.forEachCase(line, facts, surroundings, cases);
        }
      }
    }
    for (Performed procedure : surroundings.procedures()) {
      Candidate[] candidates = byKind.get(procedure.kind());
      if (candidates != null) {
        for (Candidate candidate : candidates) {
          candidate.forEachCase(procedure, facts, surroundings, cases);
        }
      }
    }
    for (Candidate candidate : always) {
      candidate.forEachCase(facts, surroundings, cases);
    }
  }

  /** How many rows are looked at for every encounter. */
  int unkeyed() {
    return always.length;
  }
}
