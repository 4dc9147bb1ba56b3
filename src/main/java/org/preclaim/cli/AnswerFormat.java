package org.preclaim.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a command answers. */
enum AnswerFormat {
  /** Words for people. */
  TEXT,
  /** JSON for programs. */
  JSON;

  /** Reads the option's value. */
  static final class Converter implements ITypeConverter<AnswerFormat> {

    @Override
    public AnswerFormat convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "text" -> TEXT;
        case "json" -> JSON;
        default -> throw new TypeConversionException("`" + value + "`: expected text or json");
      };
    }
  }
}
