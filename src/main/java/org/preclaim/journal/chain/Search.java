package org.preclaim.journal.chain;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are looked for; every condition that is there must hold.
 *
 * @param encounterId the caller's name for the encounter
 * @param from decided then or later
 * @param until decided before then
 * @param terms words of {@link Terms}
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
    NEWEST_FIRST,
    OLDEST_FIRST
  }

  /** Copies the terms. */
  public Search {
    terms = new TreeSet<>(terms);
  }

  /** The decisions that were recorded first. */
  public static Search oldest(int limit) {
    return new Search(null, null, null, new TreeSet<>(), Order.OLDEST_FIRST, null, limit);
  }

  /** Whether it asks for {@code stored}, but for how many it asks for. */
  public boolean asksFor(StoredEntry stored) {
    Entry entry = stored.entry();
    Statement said = entry.statement();
    return stored.isDecision()
        && (encounterId == null || encounterId.equals(stored.encounterId()))
        && (from == null || !said.at().isBefore(from))
        && (until == null || said.at().isBefore(until))
        && (beyond == null || isBeyond(entry.sequence(), beyond))
        && (terms.isEmpty() || Terms.of(said).containsAll(terms));
  }

  private boolean isBeyond(long sequence, long last) {
    return switch (order) {
      case NEWEST_FIRST -> sequence < last;
      case OLDEST_FIRST -> sequence > last;
    };
  }

  /** The same search, beginning after the entry {@code sequence}. */
  public Search beyond(long sequence) {
    return new Search(encounterId, from, until, terms, order, sequence, limit);
  }

  /** The same search with another limit. */
  public Search limit(int other) {
    return new Search(encounterId, from, until, terms, order, beyond, other);
  }
}
