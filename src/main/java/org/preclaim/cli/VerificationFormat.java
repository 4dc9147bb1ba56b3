package org.preclaim.cli;

import org.preclaim.answer.VerificationJson;
import org.preclaim.answer.VerificationJunit;
import org.preclaim.answer.VerificationText;
import org.preclaim.engine.VerificationReport;

/** How a verification is told. */
enum VerificationFormat {
  /** Words for people. */
  TEXT,
  /** JSON for programs. */
  JSON,
  /** JUnit XML for build servers. */
  JUNIT;

  /** The whole text of {@code report}, with a line break at its end. */
  String write(VerificationReport report) {
    return switch (this) {
      case TEXT -> VerificationText.text(report);
      case JSON -> VerificationJson.line(report) + "\n";
      case JUNIT -> VerificationJunit.document(report);
    };
  }

  /** Reads the option's value. */
  static final class Converter extends WordConverter<VerificationFormat> {

    Converter() {
      super(VerificationFormat.class);
    }
  }
}
