package org.preclaim.analysis;

/**
 * A property that a fact has in an encounter.
 *
 * @param fact the pattern whose fact is meant, from 1; 0 where all facts of an encounter share it
 * @param property for instance {@code code}
 */
record Variable(int fact, String property) {

  /** The first day of service, which picks the rows in effect. */
  static final String SERVICE_DATE = "serviceDate";

  boolean isServiceDate() {
    return property.equals(SERVICE_DATE);
  }
}
