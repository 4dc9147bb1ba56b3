package org.preclaim.analysis;

/** The values of a property that a condition accepts. */
sealed interface ValueSet permits WordSet, NumberSet {

  /** Whether no value is accepted. */
  boolean isEmpty();

  /** The values that both accept; both are sets of one property. */
  ValueSet and(ValueSet other);

  /** The values accepted here that {@code other} does not accept; both are sets of one property. */
  ValueSet without(ValueSet other);

  /** Whether every value that {@code other} accepts is accepted here; both are of one property. */
  boolean containsAll(ValueSet other);
}
