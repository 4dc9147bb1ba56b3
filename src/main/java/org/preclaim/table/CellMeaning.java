package org.preclaim.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the text of a column's cells means, as far as its snippet tells: the method or field that
 * the text is given to says whether it is a code, a date, a word.
 */
public sealed interface CellMeaning {

  /** Procedure codes. */
  record Codes() implements CellMeaning {}

  /** Prefixes of diagnosis codes. */
  record Diagnoses() implements CellMeaning {}

  /** The first day in effect. */
  record From() implements CellMeaning {}

  /** The first day no longer in effect. */
  record Until() implements CellMeaning {}

  /** Any other date. */
  record Day() implements CellMeaning {}

  /** A severity. */
  record Severity() implements CellMeaning {}

  /**
   * Words of the vocabulary.
   *
   * @param list the name of their list
   */
  record Words(String list) implements CellMeaning {}

  /** What the text is where nothing more is known. */
  record Text() implements CellMeaning {}

  /** Where the cell's text goes: after this, and nothing else, stands the parameter. */
  String PARAMETER = "\\s*\"\\$(?:param)?\"";

  /** From the first that matches on; the text before the parameter decides. */
  List<Sign> SIGNS =
      List.of(
          sign("serviceDate\\s*>=", new From()),
          sign("serviceDate\\s*<", new Until()),
          sign("\\w*[dD]ate\\s*(?:[<>]=?|[!=]=)", new Day()),
          sign("\\bcode\\s*[!=]=", new Codes()),
          sign("\\b(?:alsoReported|insteadOf)\\(", new Codes()),
          sign("\\bCodeSelected\\.of\\(", new Codes()),
          sign("\\bPrimaryRequired\\.of\\([^\"]*,", new Codes()),
          sign("\\bprimaries\\b[^\"]*", new Codes()),
          sign("\\bFlag\\.unreported\\(\\s*\"[^\"]*\"\\s*,\\s*\"[^\"]*\"\\s*,", new Codes()),
          sign("\\bpointsTo\\(", new Diagnoses()),
          sign("\\b(?:Flag\\.of|Flag\\.unreported)\\(\\s*\"[^\"]*\"\\s*,", new Severity()),
          sign("\\bseverity\\(", new Severity()),
          sign("\\bkind\\s*[!=]=", new Words("kind")),
          sign("\\bkinds\\(", new Words("kind")),
          sign("\\baccess\\s*[!=]=", new Words("access")),
          sign("\\bapproach\\s*[!=]=", new Words("approach")),
          sign("\\bside\\s*[!=]=", new Words("laterality")),
          sign("\\binterventions\\s+(?:not\\s+)?contains", new Words("intervention")),
          sign("\\binterventions\\.contains\\(", new Words("intervention")),
          sign("\\btechniques\\s+(?:not\\s+)?contains", new Words("technique")),
          sign("\\btechniques\\.contains\\(", new Words("technique")),
          sign("\\bundocumented\\(", new Words("element")));

  /**
   * A piece of a snippet that tells what the text after it means.
   *
   * @param pattern the piece and the parameter
   * @param meaning what it tells
   */
  record Sign(Pattern pattern, CellMeaning meaning) {}

  private static Sign sign(String before, CellMeaning meaning) {
    return new Sign(Pattern.compile(before + PARAMETER), meaning);
  }

  /** What the cells of {@code column} mean. */
  static CellMeaning of(Column column) {
    return switch (column.type()) {
      case CONDITION, ACTION -> {
        Optional<CellMeaning> known =
            SIGNS.stream()
                .filter(sign -> sign.pattern().matcher(column.snippet()).find())
                .map(Sign::meaning)
                .findFirst();
        yield known.orElseGet(Text::new);
      }
      case NAME, DESCRIPTION, METADATA, PRIORITY -> new Text();
    };
  }

  /** Whether a cell of {@code column} may list several items: a comparison takes one only. */
  static boolean takesList(Column column) {
    return column.isForAll()
        || !column.snippet().matches("(?s).*(?:[!=]=|contains)" + PARAMETER + ".*");
  }
}
