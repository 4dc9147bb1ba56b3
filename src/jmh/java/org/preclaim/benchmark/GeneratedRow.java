package org.preclaim.benchmark;

import java.util.List;

/** A made-up policy of one of the four kinds that tables are full of. */
public sealed interface GeneratedRow {

  /** The policy id. */
  String id();

  /** The code whose lines it concerns. */
  String code();

  /** A line of a patient of some ages, with some diagnosis and without some modifier. */
  record Single(
      String id, String code, List<String> diagnoses, int ageMin, int ageMax, String modifierAbsent)
      implements GeneratedRow {}

  /** Two codes that are not reported together. */
  record Pair(String id, String code, String other) implements GeneratedRow {}

  /** A code that needs one of others beside it. */
  record AddOn(String id, String code, List<String> primaries) implements GeneratedRow {}

  /** A code for which the record has to state something. */
  record Documented(String id, String code, List<String> elements) implements GeneratedRow {}
}
