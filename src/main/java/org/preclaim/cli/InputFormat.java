package org.preclaim.cli;

/** What an input turns out to be. */
enum InputFormat {
  /** One JSON document. */
  JSON,
  /** A JSON document on each line. */
  JSON_LINES,
  /** An X12 file. */
  X12,
  /** FHIR in JSON: known by its {@code resourceType}. */
  FHIR,
  /** Nothing but blanks. */
  EMPTY
}
