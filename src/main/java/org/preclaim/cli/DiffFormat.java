package org.preclaim.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a diff is told. */
enum DiffFormat {
  TEXT,
  JSON,
  MARKDOWN;

  /** Reads the option's value. */
  static final class Converter implements ITypeConverter<DiffFormat> {

    @Override
    public DiffFormat convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "text" -> TEXT;
        case "json" -> JSON;
        case "markdown" -> MARKDOWN;
        default ->
            throw new TypeConversionException("`" + value + "`: expected text, json or markdown");
      };
    }
  }
}
