package org.preclaim.table.diff;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.preclaim.table.CellKind;
import org.preclaim.table.diff.CellChange.Manner;

/** The text of cells as what it means. */
final class CellValue {

  private CellValue() {}

  static boolean isList(CellKind kind) {
    return switch (kind) {
      case CODES, DIAGNOSES, ITEMS -> true;
      case TEXT, DATE -> false;
    };
  }

  /** The items of a list in their order, each in the form in which two of them are compared. */
  static List<String> items(CellKind kind, String text) {
    return Arrays.stream(text.split("[,;\\r\\n]"))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .map(item -> kind == CellKind.DIAGNOSES ? undotted(item) : item)
        .toList();
  }

  private static String undotted(String diagnosis) {
    return diagnosis.replace(".", "").toUpperCase(Locale.ROOT);
  }

  /** How two texts that are not equal differ. */
  static Manner manner(CellKind kind, String before, String after) {
    if (isSame(kind, before, after)) {
      return Manner.WRITING;
    }
    return joined(before).equals(joined(after)) ? Manner.BLANKS : Manner.VALUE;
  }

  private static boolean isSame(CellKind kind, String before, String after) {
    return switch (kind) {
      case CODES, DIAGNOSES, ITEMS -> sorted(kind, before).equals(sorted(kind, after));
      case DATE -> date(before).isPresent() && date(before).equals(date(after));
      case TEXT -> false;
    };
  }

  private static List<String> sorted(CellKind kind, String text) {
    return items(kind, text).stream().sorted().toList();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  private static String joined(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
