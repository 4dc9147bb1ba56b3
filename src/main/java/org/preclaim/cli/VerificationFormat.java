package org.preclaim.cli;

import java.util.Locale;
import org.preclaim.answer.VerificationJson;
import org.preclaim.answer.VerificationJunit;
import org.preclaim.answer.VerificationText;
import org.preclaim.engine.VerificationReport;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

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
  static final class Converter implements ITypeConverter<VerificationFormat> {

    @Override
    public VerificationFormat convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "text" -> TEXT;
        case "json" -> JSON;
        case "junit" -> JUNIT;
        default ->
            throw new TypeConversionException("`" + value + "`: expected text, json or junit");
      };
    }
  }
}
