package org.preclaim.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a replay is reported. */
enum ReplayFormat {
  TEXT,
  JSON,
  XLSX;

  /** Reads the option's value. */
  static final class Converter implements ITypeConverter<ReplayFormat> {

    @Override
    public ReplayFormat convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "text" -> TEXT;
        case "json" -> JSON;
        case "xlsx" -> XLSX;
        default ->
            throw new TypeConversionException("`" + value + "`: expected text, json or xlsx");
      };
    }
  }
}
