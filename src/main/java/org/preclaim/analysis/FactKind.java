package org.preclaim.analysis;

import java.util.Optional;

/** What a pattern asks for. */
enum FactKind {
  LINE("BilledLine"),
  PROCEDURE("Performed");

  private final String type;

  FactKind(String type) {
    this.type = type;
  }

  /** The kind of fact that headers call so. */
  static Optional<FactKind> of(String type) {
    for (FactKind kind : values()) {
      if (kind.type.equals(type)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
