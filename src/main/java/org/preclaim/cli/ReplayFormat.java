package org.preclaim.cli;

/** How a replay is reported. */
enum ReplayFormat {
  TEXT,
  JSON,
  XLSX;

  /** Reads the option's value. */
  static final class Converter extends WordConverter<ReplayFormat> {

    Converter() {
      super(ReplayFormat.class);
    }
  }
}
