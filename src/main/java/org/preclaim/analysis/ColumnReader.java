package org.preclaim.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.analysis.NumberSet.Comparison;
import org.preclaim.table.Column;

/**
 * Reads the code of condition columns. What it does not know by heart it does not understand: a
 * column that is guessed wrong would make false reports.
 */
final class ColumnReader {

  private static final String HOLE = "(?:\"(?<quoted>[^\"\\\\]*)\"|(?<bare>\\$\\w*|[-\\w.]+))";
  private static final Pattern LOOP =
      Pattern.compile("forall\\(\\s*(\\|\\||&&|,)\\s*\\)\\s*\\{([^{}]+)}");
  private static final Pattern COMPARE =
      Pattern.compile("(?<word>[a-z]\\w*)\\s*(?<sign>==|!=|<=|>=|<|>)\\s*" + HOLE);
  private static final Pattern AMONG =
      Pattern.compile(
          "(?<word>[a-z]\\w*)\\s+(?<not>not\\s+)?in\\s*\\(\\s*(?<bare>\\$param)\\s*\\)");
  private static final Pattern CONTAINS =
      Pattern.compile("(?<word>[a-z]\\w*)\\s+(?<not>not\\s+)?contains\\s+" + HOLE);
  private static final Pattern TEST =
      Pattern.compile(
          "(?<not>!\\s*)?(?<word>[a-z]\\w*)\\(\\s*\"(?<quoted>[^\"\\\\]*)\"\\s*\\)"
              + "(?:\\s*==\\s*(?<truth>true|false))?");
  private static final Pattern JOIN =
      Pattern.compile("(?<word>together|sameDay)\\(\\s*(?<fact>\\$\\w+)\\s*\\)");
  private static final Pattern MISSING =
      Pattern.compile(
          "(?<name>\\$\\w+)\\s*:\\s*undocumented\\(\\s*\"(?<quoted>[^\"\\\\]*)\"\\s*\\)");
  private static final Pattern SOME =
      Pattern.compile("(?<name>\\$\\w+)\\.size(?:\\(\\))?\\s*>\\s*0");
  private static final Pattern FLAG = Pattern.compile("(?<not>!\\s*)?(?<word>[a-z]\\w*)");

  private static final List<String> SIGNS = List.of("==", "!=", "<=", ">=", "<", ">", "contains");

  private static final Map<String, Atom.Says> TESTS_OF_LINES =
      Map.of(
          "hasModifier", Atom.Says.MODIFIER,
          "pointsTo", Atom.Says.DIAGNOSIS,
          "alsoReported", Atom.Says.REPORTED);

  private static final Map<String, Atom.Says> LISTS_OF_PROCEDURES =
      Map.of(
          "interventions", Atom.Says.INTERVENTION,
          "techniques", Atom.Says.TECHNIQUE);

  private final Patterns patterns;

  ColumnReader(Patterns patterns) {
    this.patterns = patterns;
  }

  /** What the code of {@code column} asks; empty where it is not understood. */
  Optional<List<Part>> read(Column column) {
    int fact = patterns.numberOf(column);
    if (fact == 0) {
      return Optional.empty();
    }
    List<Part> parts = new ArrayList<>();
    for (String piece : pieces(completed(column.snippet().strip()))) {
      Optional<Part> part = piece(piece.strip(), fact, parts);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    boolean named = parts.stream().anyMatch(part -> part.ask() instanceof Part.Lack);
    parts.removeIf(part -> part.ask() instanceof Part.Nothing && named);
    return Optional.of(List.copyOf(parts));
  }

  /** Drools completes {@code age} and {@code age >=} with the cell as a quoted text. */
  private static String completed(String snippet) {
    if (snippet.contains("$param") || snippet.contains("$1") || snippet.contains("forall(")) {
      return snippet;
    }
    if (snippet.endsWith("?")) {
      return snippet.substring(0, snippet.length() - 1);
    }
    boolean compares = SIGNS.stream().anyMatch(snippet::endsWith);
    return snippet + (compares ? "" : " ==") + " \"$param\"";
  }

  /** What stands between the commas, and signs for and, outside brackets and quotes. */
  private static List<String> pieces(String snippet) {
    List<String> pieces = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int at = 0; at < snippet.length(); at++) {
      char sign = snippet.charAt(at);
      quoted ^= sign == '"';
      depth += quoted ? 0 : "([{".indexOf(sign) >= 0 ? 1 : ")]}".indexOf(sign) >= 0 ? -1 : 0;
      boolean and = sign == ',' || snippet.startsWith("&&", at);
      if (and && depth == 0 && !quoted) {
        pieces.add(snippet.substring(start, at));
        start = sign == ',' ? at + 1 : at + 2;
      }
    }
    pieces.add(snippet.substring(start));
    return pieces;
  }

  private Optional<Part> piece(String text, int fact, List<Part> before) {
    Matcher loop = LOOP.matcher(text);
    if (loop.matches()) {
      boolean every = !loop.group(1).equals("||");
      return single(loop.group(2).strip(), fact, "$")
          .filter(part -> part.source() instanceof Part.Cell || part.source() instanceof Part.Whole)
          .map(part -> new Part(part.ask(), new Part.Items(), every));
    }
    Matcher some = SOME.matcher(text);
    if (some.matches()) {
      return before.stream()
          .filter(part -> part.ask() instanceof Part.Nothing)
          .map(part -> new Part(new Part.Lack(0, Atom.Says.DOCUMENTED), part.source(), true))
          .findFirst();
    }
    Matcher missing = MISSING.matcher(text);
    if (missing.matches() && patterns.kind(fact) == FactKind.LINE) {
      boolean cell = missing.group("quoted").equals("$param");
      return cell
          ? Optional.of(new Part(new Part.Nothing(), new Part.Items(), true))
          : Optional.empty();
    }
    Matcher join = JOIN.matcher(text);
    if (join.matches()) {
      int other = patterns.numberOf(join.group("fact"));
      boolean lines = other > 0 && other != fact && patterns.areLines(fact, other);
      boolean together = join.group("word").equals("together");
      return lines
          ? Optional.of(Part.of(new Part.Join(fact, other, together), ""))
          : Optional.empty();
    }
    return among(text, fact).or(() -> single(text, fact, "$param"));
  }

  private Optional<Part> among(String text, int fact) {
    Matcher among = AMONG.matcher(text);
    if (!among.matches()) {
      return Optional.empty();
    }
    boolean not = among.group("not") != null;
    return compare(among.group("word"), fact, not ? Comparison.OTHER : Comparison.EQUAL)
        .filter(ask -> ask.property().type() == Property.Type.WORD)
        .map(ask -> new Part(ask, new Part.Quoted(), not));
  }

  private Optional<Part> single(String text, int fact, String hole) {
    Matcher compare = COMPARE.matcher(text);
    if (compare.matches()) {
      Optional<Part.Source> source = source(compare, hole);
      return Comparison.of(compare.group("sign"))
          .flatMap(sign -> compare(compare.group("word"), fact, sign))
          .flatMap(ask -> source.flatMap(words -> compared(ask, words, compare.group("bare"))));
    }
    Matcher contains = CONTAINS.matcher(text);
    if (contains.matches()) {
      boolean holds = contains.group("not") == null;
      return source(contains, hole)
          .flatMap(words -> contains(contains.group("word"), fact, holds, words));
    }
    Matcher test = TEST.matcher(text);
    if (test.matches()) {
      boolean holds = (test.group("not") == null) != "false".equals(test.group("truth"));
      return says(test.group("word"), fact)
          .map(says -> new Part(new Part.Say(fact, says, holds), quoted(test, hole), true));
    }
    Matcher flag = FLAG.matcher(text);
    if (flag.matches()) {
      String truth = flag.group("not") == null ? "true" : "false";
      return compare(flag.group("word"), fact, Comparison.EQUAL)
          .filter(ask -> isTruth(ask.property()))
          .map(ask -> Part.of(ask, truth));
    }
    return Optional.empty();
  }

  /** Outside quotes a cell may be a whole number; anything else there is no word. */
  private static Optional<Part> compared(
      Part.Compare ask, Part.Source words, @Nullable String bare) {
    boolean number = ask.property().isNumber() || isTruth(ask.property());
    if (bare == null || number || words instanceof Part.Fixed) {
      return Optional.of(new Part(ask, words, true));
    }
    return words instanceof Part.Cell
        ? Optional.of(new Part(ask, new Part.Whole(), true))
        : Optional.empty();
  }

  private static Optional<Part.Source> source(Matcher operand, String hole) {
    if (operand.group("quoted") != null) {
      return Optional.of(quoted(operand, hole));
    }
    String bare = operand.group("bare");
    if (bare.equals(hole)) {
      return Optional.of(new Part.Cell());
    }
    if (bare.matches("\\$[1-9]")) {
      return Optional.of(new Part.Item(Integer.parseInt(bare.substring(1)) - 1));
    }
    return bare.matches("true|false|-?[0-9.]+")
        ? Optional.of(new Part.Fixed(bare))
        : Optional.empty();
  }

  private static Part.Source quoted(Matcher operand, String hole) {
    String quoted = operand.group("quoted");
    if (quoted.equals(hole)) {
      return new Part.Cell();
    }
    return quoted.matches("\\$[1-9]")
        ? new Part.Item(Integer.parseInt(quoted.substring(1)) - 1)
        : new Part.Fixed(quoted);
  }

  private static boolean isTruth(Property property) {
    return switch (property.type()) {
      case TRUTH, DISTINCT, REPEATED -> true;
      case WORD, SETTING, DAY, UNITS, YEARS, SIDE_STATED -> false;
    };
  }

  private Optional<Part.Compare> compare(String word, int fact, Comparison sign) {
    boolean equality = sign == Comparison.EQUAL || sign == Comparison.OTHER;
    boolean shared = word.equals("age") && patterns.count() > 1;
    return Property.of(patterns.kind(fact), word)
        .filter(property -> !shared && (equality || property.isNumber()))
        .map(
            property ->
                new Part.Compare(
                    new Variable(property.ofEncounter() ? 0 : fact, word), property, sign));
  }

  private Optional<Part> contains(String word, int fact, boolean holds, Part.Source words) {
    boolean line = patterns.kind(fact) == FactKind.LINE;
    Atom.Says says =
        line ? word.equals("modifiers") ? Atom.Says.MODIFIER : null : LISTS_OF_PROCEDURES.get(word);
    return Optional.ofNullable(says)
        .map(known -> new Part(new Part.Say(fact, known, holds), words, true));
  }

  /** Tests that look at the rest of the encounter are independent only of a fact that is alone. */
  private Optional<Atom.Says> says(String word, int fact) {
    if (patterns.kind(fact) == FactKind.LINE) {
      return Optional.ofNullable(TESTS_OF_LINES.get(word))
          .filter(says -> says != Atom.Says.REPORTED || patterns.count() == 1);
    }
    boolean beside = word.equals("beside") && patterns.count() == 1;
    return beside ? Optional.of(Atom.Says.BESIDE) : Optional.empty();
  }
}
