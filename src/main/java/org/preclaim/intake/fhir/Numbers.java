package org.preclaim.intake.fhir;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.PositiveIntType;

/** Values of elements that may have an extension instead of one, for which HAPI's getters fail. */
final class Numbers {

  private Numbers() {}

  /** The number, or 0. */
  static int of(PositiveIntType element) {
    Integer value = element.getValue();
    return value == null ? 0 : value;
  }

  /** Whether the element says so. */
  static boolean isTrue(BooleanType element) {
    return Boolean.TRUE.equals(element.getValue());
  }
}
