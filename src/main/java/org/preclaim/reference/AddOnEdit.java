package org.preclaim.reference;

import java.util.Set;

/**
 * What a code needs beside it, as an add-on, on one day.
 *
 * @param addOn the add-on code
 * @param type 1 these primaries only, 2 the contractor says which, 3 these and others the
 *     contractor accepts
 * @param primaries codes of which one must be paid; without those that are defined by contractors
 * @param contractorDefined whether contractors may accept others
 */
public record AddOnEdit(String addOn, int type, Set<String> primaries, boolean contractorDefined) {

  /** Copies the set. */
  public AddOnEdit {
    primaries = Set.copyOf(primaries);
  }
}
