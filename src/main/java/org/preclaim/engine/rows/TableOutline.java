package org.preclaim.engine.rows;

import java.util.List;
import org.preclaim.problem.Place;

/**
 * A table as it runs: how many of its rows are judged by how many rules, and how they are found.
 *
 * @param place where its header begins
 * @param name what follows {@code RuleTable}
 * @param rows how many policies it holds
 * @param shapes in how many ways they are filled: one rule judges all rows of a shape
 * @param key the label of the column by whose codes or kinds rows are found; empty where none is
 * @param withoutKey where the rows stand that name no code or kind, and so are looked at for every
 *     encounter
 */
public record TableOutline(
    Place.Cell place, String name, int rows, int shapes, String key, List<Place.Cell> withoutKey) {

  /** Copies the list. */
  public TableOutline {
    withoutKey = List.copyOf(withoutKey);
  }
}
