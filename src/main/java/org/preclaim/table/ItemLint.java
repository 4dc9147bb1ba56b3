package org.preclaim.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Vocabulary;

/** Checks one item of a policy's cell against what its column means. */
final class ItemLint {

  /** What to do with an item that stands in its list already. */
  static final String ONCE = "delete it, or write what was meant in its place";

  /** What cannot be a kind: kinds are written small. */
  private static final Pattern CODE_RATHER_THAN_KIND = Pattern.compile("[0-9].*|[0-9A-Z]+");

  private static final Pattern DIAGNOSIS =
      Pattern.compile("[A-Z][0-9][0-9A-Z](?:\\.?[0-9A-Z]{1,4})?");
  private static final Pattern MODIFIER = Pattern.compile("[0-9A-Z]{2}");
  private static final Pattern PLACE = Pattern.compile("[0-9]{2}");
  private static final Pattern RANGE =
      Pattern.compile(
          "[0-9A-Z][0-9A-Z.]{2,7}\\s*(?:-|\u2013|\\.\\.|\\bto\\b)\\s*[0-9A-Z][0-9A-Z.]{2,7}");
  private static final Set<String> SEVERITIES = new TreeSet<>(Set.of("deny", "risk", "info"));

  private final Vocabulary vocabulary;

  ItemLint(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * What is wrong with an item.
   *
   * @param fault its kind
   * @param message what is wrong
   * @param help what to do, where that is not plain
   */
  record Complaint(TableFault fault, String message, @Nullable String help) {}

  /** Whether {@code item} has the form of a procedure code. */
  static boolean isCode(String item) {
    return HcpcsCode.hasForm(item);
  }

  /** Whether {@code item} has the form of the beginning of a diagnosis code. */
  static boolean isDiagnosis(String item) {
    return DIAGNOSIS.matcher(item).matches();
  }

  /** What is wrong with {@code item} in a column of this meaning, if anything is. */
  @Nullable Complaint check(CellMeaning meaning, String item) {
    return item.isEmpty() ? gap(meaning) : checkFilled(meaning, item);
  }

  /** A list says nothing between two of its commas, or before or after one. */
  private static @Nullable Complaint gap(CellMeaning meaning) {
    if (meaning instanceof CellMeaning.Codes || meaning instanceof CellMeaning.CodesOrKinds) {
      return gap(TableFault.CODE, "a procedure code");
    } else if (meaning instanceof CellMeaning.Diagnoses) {
      return gap(TableFault.DIAGNOSIS, "a diagnosis prefix");
    } else if (meaning instanceof CellMeaning.Severity) {
      return gap(TableFault.SEVERITY, "a severity");
    } else if (meaning instanceof CellMeaning.Words) {
      return gap(TableFault.UNKNOWN_WORD, "a word");
    } else if (meaning instanceof CellMeaning.Modifiers) {
      return gap(TableFault.MODIFIER, "a modifier");
    } else if (meaning instanceof CellMeaning.Places) {
      return gap(TableFault.PLACE, "a place of service");
    }
    return meaning instanceof CellMeaning.Choice ? gap(TableFault.CHOICE, "a word") : null;
  }

  private static Complaint gap(TableFault fault, String what) {
    return new Complaint(fault, "the list has a comma without " + what, null);
  }

  /**
   * Whether {@code item} stands among those that were {@code said} before it in its list, by what
   * they mean; adds it to them. Where a list is a text, any word may come again.
   */
  static @Nullable Complaint repeated(CellMeaning meaning, String item, Map<String, String> said) {
    if (meaning instanceof CellMeaning.Text) {
      return null;
    }
    String sense = meaning instanceof CellMeaning.Diagnoses ? item.replace(".", "") : item;
    String first = said.putIfAbsent(sense, item);
    if (first == null) {
      return null;
    }
    String as = first.equals(item) ? "" : ", as `" + first + "`";
    return new Complaint(
        TableFault.REPEATED, "`" + item + "` stands in the list already" + as, ONCE);
  }

  private @Nullable Complaint checkFilled(CellMeaning meaning, String item) {
    if (meaning instanceof CellMeaning.Codes) {
      String help = item.contains(",") ? "this column takes one code: write a row for each" : null;
      return code(item, help);
    } else if (meaning instanceof CellMeaning.Diagnoses) {
      String help = "write the beginning of a code, for instance `N13` or `N13.5`";
      return shaped(DIAGNOSIS, TableFault.DIAGNOSIS, item, "a diagnosis prefix", help);
    } else if (meaning instanceof CellMeaning.CodesOrKinds) {
      return codeOrKind(item);
    } else if (meaning instanceof CellMeaning.Severity) {
      return SEVERITIES.contains(item)
          ? null
          : new Complaint(
              TableFault.SEVERITY,
              "`" + item + "` is not a severity; expected `deny`, `risk` or `info`",
              nearest(SEVERITIES, item));
    } else if (meaning instanceof CellMeaning.Words words) {
      return word(words.list(), item);
    } else if (meaning instanceof CellMeaning.Modifiers) {
      return modifier(item);
    } else if (meaning instanceof CellMeaning.Places) {
      String help = "write two digits, for instance `22`";
      return shaped(PLACE, TableFault.PLACE, item, "a place of service", help);
    } else if (meaning instanceof CellMeaning.Choice choice) {
      return choice(choice.words(), item);
    }
    return null;
  }

  private static @Nullable Complaint shaped(
      Pattern shape, TableFault fault, String item, String what, @Nullable String help) {
    if (shape.matcher(item).matches()) {
      return null;
    }
    return misshaped(fault, item, what, help);
  }

  private static @Nullable Complaint code(String item, @Nullable String help) {
    if (isCode(item)) {
      return null;
    }
    String meant = help == null ? codeMeant(item) : help;
    return misshaped(TableFault.CODE, item, "a procedure code", meant);
  }

  /** Which code was meant, where letters look like its digits or are too small. */
  private static @Nullable String codeMeant(String item) {
    String capitals = item.toUpperCase(Locale.ROOT);
    String digits = capitals.replace('O', '0').replace('I', '1');
    if (isCode(capitals)) {
      return "did you mean `" + capitals + "`?";
    }
    return isCode(digits)
        ? "did you mean `" + digits + "`? a letter stands where a digit belongs"
        : null;
  }

  private static Complaint misshaped(
      TableFault fault, String item, String what, @Nullable String help) {
    if (RANGE.matcher(item).matches()) {
      return new Complaint(
          TableFault.RANGE,
          "`" + item + "` is a range; expected each code by itself",
          "separate the codes with commas; of diagnoses, the beginning that they share will do");
    }
    return new Complaint(fault, "`" + item + "` is not " + what, help);
  }

  private @Nullable Complaint codeOrKind(String item) {
    return CODE_RATHER_THAN_KIND.matcher(item).matches() ? code(item, null) : word("kind", item);
  }

  private @Nullable Complaint word(String list, String item) {
    return vocabulary.holds(list, item)
        ? null
        : new Complaint(
            TableFault.UNKNOWN_WORD,
            "`" + item + "` is not in the list `" + list + "` of the vocabulary",
            nearest(vocabulary.words(list), item));
  }

  /** Without a list of modifiers only the form can be checked, which verification says. */
  private @Nullable Complaint modifier(String item) {
    if (!MODIFIER.matcher(item).matches()) {
      String help = "write two digits or capitals, for instance `26` or `LT`";
      return shaped(MODIFIER, TableFault.MODIFIER, item, "a modifier", help);
    }
    Set<String> known = vocabulary.words(VocabularyReader.MODIFIERS);
    return known.isEmpty() || known.contains(item)
        ? null
        : new Complaint(
            TableFault.MODIFIER,
            "`" + item + "` is not in the list `modifier` of the vocabulary",
            "add it there where it is new");
  }

  private static @Nullable Complaint choice(List<String> words, String item) {
    if (words.contains(item)) {
      return null;
    }
    String expected =
        words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    return new Complaint(
        TableFault.CHOICE,
        "`" + item + "` is not one of " + expected,
        nearest(new TreeSet<>(words), item));
  }

  private static @Nullable String nearest(Set<String> words, String wrong) {
    return Vocabulary.nearest(words, wrong)
        .map(near -> "did you mean `" + near + "`?")
        .orElse(null);
  }
}
