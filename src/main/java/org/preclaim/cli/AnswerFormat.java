package org.preclaim.cli;

/** How a command answers. */
enum AnswerFormat {
  /** Words for people. */
  TEXT,
  /** JSON for programs. */
  JSON;

  /** Reads the option's value. */
  static final class Converter extends WordConverter<AnswerFormat> {

    Converter() {
      super(AnswerFormat.class);
    }
  }
}
