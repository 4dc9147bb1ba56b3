package org.preclaim.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.preclaim.encounter.Setting;

/**
 * What the text of a column's cells means, as far as its snippet tells: the method or field that
 * the text is given to says whether it is a code, a date, a word.
 */
public sealed interface CellMeaning {

  /** Procedure codes. */
  record Codes() implements CellMeaning {}

  /** Procedure codes, or kinds of what was performed. */
  record CodesOrKinds() implements CellMeaning {}

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

  /** Modifiers. */
  record Modifiers() implements CellMeaning {}

  /** Places of service. */
  record Places() implements CellMeaning {}

  /**
   * One of a few words.
   *
   * @param words all that the column knows, in the order in which people are told of them
   */
  record Choice(List<String> words) implements CellMeaning {
    /** Copies the list. */
    public Choice {
      words = List.copyOf(words);
    }
  }

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

  /** A comparison, and calls that take one value, take no list. */
  Pattern SINGLE =
      Pattern.compile(
          "(?:[!=]=|contains|\\baddModifier\\([^\"]*,|\\bCodeSelected\\.of\\()" + PARAMETER);

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
          sign("\\bbeside\\(", new CodesOrKinds()),
          sign("\\bpointsTo\\(", new Diagnoses()),
          sign("\\b(?:hasModifier\\(|addModifier\\([^\"]*,)", new Modifiers()),
          sign("\\bplaceOfService\\s*[!=]=", new Places()),
          sign("\\bsetting\\s*[!=]=", new Choice(settings())),
          sign("\\bSidedCode\\.of\\([^\"]*,", new Choice(List.of("one line", "two lines"))),
          sign("\\bsides\\(", new Choice(List.of("sided", "none"))),
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

  private static List<String> settings() {
    return Arrays.stream(Setting.values()).map(Setting::word).toList();
  }

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
    return column.isForAll() || !SINGLE.matcher(column.snippet()).find();
  }
}
