package org.preclaim.journal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.EntryKind;

/**
 * Which decisions are looked for; every condition that is there must hold.
 *
 * @param encounterId the caller's name for the encounter
 * @param from decided then or later
 * @param until decided before then
 * @param terms words of {@link org.preclaim.journal.chain.Terms}
 * @param order in which they come
 * @param beyond the sequence of the last one of the page before
 * @param limit how many at most
 */
public record Search(
    @Nullable String encounterId,
    @Nullable Instant from,
    @Nullable Instant until,
    SortedSet<String> terms,
    Order order,
    @Nullable Long beyond,
    int limit) {

  /** In which order entries come. */
  public enum Order {
    NEWEST_FIRST("<", "DESC"),
    OLDEST_FIRST(">", "ASC");

    private final String comparison;
    private final String direction;

    Order(String comparison, String direction) {
      this.comparison = comparison;
      this.direction = direction;
    }
  }

  /** Copies the terms. */
  public Search {
    terms = new TreeSet<>(terms);
  }

  /** The decisions that were recorded first. */
  public static Search oldest(int limit) {
    return new Search(null, null, null, new TreeSet<>(), Order.OLDEST_FIRST, null, limit);
  }

  /** The same search, beginning after the entry {@code sequence}. */
  public Search beyond(long sequence) {
    return new Search(encounterId, from, until, terms, order, sequence, limit);
  }

  /** The query; puts the values for its question marks into {@code values}. */
  String sql(List<Object> values) {
    List<String> conditions = new ArrayList<>();
    condition(conditions, values, "e.kind = ?", EntryKind.DECISION.word());
    condition(conditions, values, "p.encounter_id = ?", encounterId);
    condition(conditions, values, "e.at_millis >= ?", from == null ? null : from.toEpochMilli());
    condition(conditions, values, "e.at_millis < ?", until == null ? null : until.toEpochMilli());
    condition(conditions, values, "e.sequence " + order.comparison + " ?", beyond);
    for (String term : terms) {
      condition(
          conditions,
          values,
          "EXISTS (SELECT 1 FROM journal_term t WHERE t.term = ? AND t.sequence = e.sequence)",
          term);
    }
    values.add(limit);
    return Rows.BOTH
        + " WHERE "
        + String.join(" AND ", conditions)
        + " ORDER BY e.sequence "
        + order.direction
        + " LIMIT ?";
  }

  private static void condition(
      List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.add(value);
    }
  }
}
