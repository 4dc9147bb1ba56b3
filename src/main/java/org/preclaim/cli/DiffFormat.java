package org.preclaim.cli;

/** How a diff is told. */
enum DiffFormat {
  TEXT,
  JSON,
  MARKDOWN;

  /** Reads the option's value. */
  static final class Converter extends WordConverter<DiffFormat> {

    Converter() {
      super(DiffFormat.class);
    }
  }
}
