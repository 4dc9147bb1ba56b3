package org.preclaim.replay;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Money;

/**
 * What came of a replay.
 *
 * @param under {@code recorded}, or the id of the release that all entries were decided under
 * @param against the id of the release that they were compared under; absent where that is what was
 *     recorded
 * @param upTo the last entry that could be chosen: that of the journal when it began, where no
 *     other was asked for; 0 where they are of no journal
 * @param seed of the sample, where it was one
 * @param complete whether all that were chosen are in it
 * @param entries how many, by what came of them
 * @param findings how many, by what became of them
 * @param chargeBefore of all lines that were at risk
 * @param chargeAfter of all lines that are
 * @param policies those that said or say something, by id
 * @param notDecided how many entries could not be decided, by reason
 * @param examples the first entries that differ
 */
public record Report(
    String under,
    @Nullable String against,
    long upTo,
    @Nullable Long seed,
    boolean complete,
    Entries entries,
    Findings findings,
    Money chargeBefore,
    Money chargeAfter,
    List<PolicyChange> policies,
    SortedMap<String, Long> notDecided,
    List<Example> examples) {

  /** What {@link #under} says where each entry was decided under its own release. */
  public static final String RECORDED = "recorded";

  /**
   * Entries by what came of them; the later ones add up to the first.
   *
   * @param chosen all of them
   * @param same the same was said
   * @param changed another release says something else
   * @param drift their own release says something else, which it must not
   * @param erased their personal facts are gone
   * @param notDecided they could not be decided
   */
  public record Entries(
      long chosen, long same, long changed, long drift, long erased, long notDecided) {}

  /**
   * Findings by what became of them: before = same + changed + gone, after = same + changed +
   * added.
   */
  public record Findings(long before, long after, long same, long changed, long added, long gone) {}

  /**
   * What became of the findings of one policy.
   *
   * @param chargeBefore what its warnings put at risk; lines count for each policy that names them
   * @param first the first entries that differ in it
   */
  public record PolicyChange(
      String policy,
      long same,
      long changed,
      long added,
      long gone,
      Money chargeBefore,
      Money chargeAfter,
      List<Long> first) {

    /** The sum of both under this one's name. */
    PolicyChange plus(PolicyChange other, List<Long> firstOfBoth) {
      return new PolicyChange(
          policy,
          same + other.same,
          changed + other.changed,
          added + other.added,
          gone + other.gone,
          chargeBefore.plus(other.chargeBefore),
          chargeAfter.plus(other.chargeAfter),
          List.copyOf(firstOfBoth));
    }

    /** Whether anything became of them. */
    public boolean differs() {
      return changed + added + gone > 0;
    }
  }

  /**
   * An entry that differs.
   *
   * @param entry its number: in the journal, or among the encounters that were read
   * @param decision the id of its decision, where there is one
   * @param encounter the sender's name for the encounter, where there is no decision
   * @param differences the first ones
   */
  public record Example(
      long entry,
      @Nullable String decision,
      @Nullable String encounter,
      List<Difference> differences) {}

  /**
   * One thing that differs.
   *
   * @param what became of it, or which part of a decision it is
   * @param policy whose finding it is; absent where it is none
   * @param before what was said; absent where it is new
   * @param after what is said; absent where it is gone
   * @param fields where both differ; absent where they are short, or differ in no field
   */
  public record Difference(
      String what,
      @Nullable String policy,
      @Nullable String before,
      @Nullable String after,
      @Nullable Fields fields) {

    Difference(
        String what, @Nullable String policy, @Nullable String before, @Nullable String after) {
      this(what, policy, before, after, null);
    }
  }

  /**
   * Where two JSON documents differ.
   *
   * @param count in how many fields
   * @param first of them
   */
  public record Fields(long count, List<Field> first) {

    /** Copies the list. */
    public Fields {
      first = List.copyOf(first);
    }

    /** How many are not among the first. */
    public long others() {
      return count - first.size();
    }
  }

  /**
   * A field that differs.
   *
   * @param at its JSON pointer
   * @param before canonical JSON, cut where it is long; absent where the field is new
   * @param after the same; absent where the field is gone
   */
  public record Field(String at, @Nullable String before, @Nullable String after) {}

  /** Copies the collections. */
  public Report {
    policies = List.copyOf(policies);
    notDecided = new TreeMap<>(notDecided);
    examples = List.copyOf(examples);
  }

  /** One of nothing yet, compared with what was recorded. */
  static Report empty(String under, long upTo, @Nullable Long seed) {
    return empty(under, null, upTo, seed);
  }

  /** One of nothing yet. */
  static Report empty(String under, @Nullable String against, long upTo, @Nullable Long seed) {
    return new Report(
        under,
        against,
        upTo,
        seed,
        false,
        new Entries(0, 0, 0, 0, 0, 0),
        new Findings(0, 0, 0, 0, 0, 0),
        Money.ZERO,
        Money.ZERO,
        List.of(),
        new TreeMap<>(Map.of()),
        List.of());
  }

  /** The policies' rows summed up, under the name {@code total}. */
  public PolicyChange total() {
    return sum("total", policies);
  }

  /** The sum of those rows. */
  static PolicyChange sum(String name, List<PolicyChange> rows) {
    PolicyChange sum = new PolicyChange(name, 0, 0, 0, 0, Money.ZERO, Money.ZERO, List.of());
    for (PolicyChange row : rows) {
      sum = sum.plus(row, List.of());
    }
    return sum;
  }

  /** Whether some entry differs. */
  public boolean differs() {
    return entries.changed() + entries.drift() > 0;
  }
}
