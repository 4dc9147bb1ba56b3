package org.preclaim.table;

/** A part of a scenario that cannot be understood; the message is for its author. */
final class ScenarioSyntaxException extends Exception {

  private static final long serialVersionUID = 1L;

  ScenarioSyntaxException(String message) {
    super(message);
  }
}
