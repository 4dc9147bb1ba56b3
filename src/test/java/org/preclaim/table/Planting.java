package org.preclaim.table;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;

/**
 * Something wrong that was put into a workbook.
 *
 * @param place where it has to be reported
 * @param consequences the codes of what else may be said, and of other cells
 * @param meant the word that was spoilt and has to be offered; absent where there is none
 */
record Planting(Place place, Set<String> consequences, @Nullable String meant) {

  static Planting at(Place place, TableFault... consequences) {
    return new Planting(
        place,
        Stream.of(consequences).map(TableFault::code).collect(Collectors.toUnmodifiableSet()),
        null);
  }

  Planting offering(String word) {
    return new Planting(place, consequences, word);
  }
}
