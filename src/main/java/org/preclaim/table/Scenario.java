package org.preclaim.table;

import java.util.Collections;
import java.util.Map;
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
 * @param cells the addresses of its cells by label, for instance {@code B2} for {@code Lines}; none
 *     where it was not read from a sheet
 */
public record Scenario(
    String name,
    String why,
    Place.Cell place,
    Encounter encounter,
    SortedMap<String, Integer> expected,
    @Nullable Outcome outcome,
    Map<String, String> cells) {

  /** Copies the maps. */
  public Scenario {
    expected = Collections.unmodifiableSortedMap(new TreeMap<>(expected));
    cells = Map.copyOf(cells);
  }

  /** A scenario of which only the cell of its name is known. */
  public Scenario(
      String name,
      String why,
      Place.Cell place,
      Encounter encounter,
      SortedMap<String, Integer> expected,
      @Nullable Outcome outcome) {
    this(name, why, place, encounter, expected, outcome, Map.of());
  }

  /** The cell below {@code label}, or that of its name where it has none. */
  public Place.Cell placeOf(String label) {
    String address = cells.get(label);
    return address == null ? place : new Place.Cell(place.file(), place.sheet(), address);
  }
}
