package org.preclaim.exercise;

import java.util.List;
import org.preclaim.problem.Place;

/**
 * Which small changes of cells the scenarios of their workbook notice: with the change made, one of
 * them is decided otherwise than it promises.
 *
 * @param tables from the first workbook to the last
 * @param possible how many changes there are; more than were tried where only a sample was
 * @param seed of the sample
 */
public record MutationScore(List<TableScore> tables, int possible, long seed) {

  /** Copies the list. */
  public MutationScore {
    tables = List.copyOf(tables);
  }

  /** The changes noticed in all tables. */
  public Share noticed() {
    return tables.stream().map(TableScore::noticed).reduce(Share.NONE, Share::plus);
  }

  /** How many changes are refused before any scenario runs. */
  public int refused() {
    return tables.stream().mapToInt(TableScore::refused).sum();
  }

  /** Whether only a sample was tried. */
  public boolean isSample() {
    return noticed().whole() + refused() < possible;
  }

  /**
   * The changes of a table.
   *
   * @param place where its header begins
   * @param name what follows {@code RuleTable}
   * @param noticed of those that could be published
   * @param refused how many {@code policies verify} refuses whatever the scenarios say
   * @param survivors the changes that no scenario notices
   */
  public record TableScore(
      Place.Cell place, String name, Share noticed, int refused, List<Survivor> survivors) {

    /** Copies the list. */
    public TableScore {
      survivors = List.copyOf(survivors);
    }
  }

  /**
   * A change that no scenario notices.
   *
   * @param policy the row's policy id
   * @param place the cell
   * @param label what people read above its column
   * @param change what was done to it, for instance {@code `deny` becomes `risk`}
   */
  public record Survivor(String policy, Place.Cell place, String label, String change) {}
}
