package org.preclaim.replay;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.Search.Order;

/**
 * Which decisions are made again; every condition that is there must hold.
 *
 * @param from decided then or later
 * @param until decided before then
 * @param terms words of {@link org.preclaim.journal.chain.Terms}
 * @param ids only these decisions, and no other condition; empty for no such condition
 * @param sample only some of those that the conditions leave
 * @param upTo none after this entry; absent for the last one that the journal has
 */
public record Selection(
    @Nullable Instant from,
    @Nullable Instant until,
    SortedSet<String> terms,
    SortedSet<String> ids,
    @Nullable Sample sample,
    @Nullable Long upTo) {

  /** Every decision. */
  public static final Selection ALL =
      new Selection(null, null, new TreeSet<>(), new TreeSet<>(), null, null);

  /**
   * A random sample that is the same one for the same seed and entries.
   *
   * @param size how many; all where there are not so many
   * @param seed any number
   */
  public record Sample(int size, long seed) {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final long FIRST = 0xbf58476d1ce4e5b9L;
    private static final long SECOND = 0x94d049bb133111ebL;

    /** Where an entry stands in the order of drawing; the mixing step of SplitMix64. */
    long rank(long sequence) {
      long mixed = seed + sequence * GOLDEN;
      mixed = (mixed ^ (mixed >>> 30)) * FIRST;
      mixed = (mixed ^ (mixed >>> 27)) * SECOND;
      return mixed ^ (mixed >>> 31);
    }
  }

  /** Copies the sets. */
  public Selection {
    terms = new TreeSet<>(terms);
    ids = new TreeSet<>(ids);
  }

  /** The search for all that its conditions leave, in the order in which they were recorded. */
  Search search(int limit) {
    return new Search(null, from, until, terms, Order.OLDEST_FIRST, null, limit);
  }
}
