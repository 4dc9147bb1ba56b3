package org.preclaim.intake.fhir;

import org.preclaim.problem.Place;

/**
 * Where an element stands, as a simple FHIRPath.
 *
 * @param path for instance {@code Claim.item[0].quantity}
 */
record Spot(String path) {

  /** The element {@code name} of the one here. */
  Spot field(String name) {
    return new Spot(path + "." + name);
  }

  /** The element {@code name} of the one here at {@code index}, from 0. */
  Spot entry(String name, int index) {
    return new Spot(path + "." + name + "[" + index + "]");
  }

  /** Whether {@code other} is this element, or stands in it. */
  boolean holds(Spot other) {
    return other.path.startsWith(path)
        && (other.path.length() == path.length()
            || other.path.charAt(path.length()) == '.'
            || other.path.charAt(path.length()) == '[');
  }

  Place place() {
    return new Place.FhirPath(path);
  }
}
