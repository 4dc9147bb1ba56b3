package org.preclaim.table;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.Outcome;
import org.preclaim.encounter.Encounter;
import org.preclaim.problem.Place;

/**
 * An encounter with the findings that the policies must state for it.
 *
 * @param name unique in its workbook; also the encounter's id
 * @param why what it shows
 * @param place the cell of its name
 * @param encounter what is decided
 * @param expected how often each policy id occurs among the findings; empty where nothing is found
 * @param outcome the outcome, where the scenario states one
 */
public record Scenario(
    String name,
    String why,
    Place.Cell place,
    Encounter encounter,
    SortedMap<String, Integer> expected,
    @Nullable Outcome outcome) {

  /** Copies the map. */
  public Scenario {
    expected = Collections.unmodifiableSortedMap(new TreeMap<>(expected));
  }
}
