package org.preclaim.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.PriorService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.UnitBasis;

/**
 * The short phrases in which scenarios state services: {@code 50431-LT-59 x2 on 2026-03-03 for 1,2
 * at 1240.00 by 1234567893 in 22}, and {@code nephrostogram, access existing, side left}.
 */
final class ScenarioPhrases {

  private static final Set<String> OF_LINES = Set.of("on", "to", "for", "at", "by", "in");
  private static final Set<String> OF_HISTORY = Set.of("on", "to", "by");
  private static final Set<String> OF_PROCEDURES =
      Set.of("access", "approach", "side", "guidance", "intervention", "technique", "on", "to");
  private static final Pattern UNITS = Pattern.compile("x([0-9]{1,6}(?:\\.[0-9]{1,3})?)");

  private final @Nullable LocalDate date;

  /** Phrases that mean {@code date} where they state none. */
  ScenarioPhrases(@Nullable LocalDate date) {
    this.date = date;
  }

  /** A service line. */
  ServiceLine line(int number, String phrase) throws ScenarioSyntaxException {
    List<String> words = words(phrase);
    BigDecimal units = BigDecimal.ONE;
    if (words.size() > 1) {
      Matcher stated = UNITS.matcher(words.get(1));
      if (stated.matches()) {
        units = new BigDecimal(stated.group(1));
        words.remove(1);
      }
    }
    Map<String, String> said = said(phrase, words, OF_LINES);
    return new ServiceLine(
        number,
        code(words.get(0)),
        modifiers(words.get(0)),
        units,
        UnitBasis.UNITS,
        dates(phrase, said),
        pointers(said.get("for")),
        optional(said.get("at"), "an amount", text -> new Money(new BigDecimal(text))),
        optional(said.get("in"), "a place of service", PlaceOfService::new),
        optional(said.get("by"), "an NPI", text -> new Provider(new Npi(text))));
  }

  /** An earlier service. */
  PriorService history(String phrase) throws ScenarioSyntaxException {
    List<String> words = words(phrase);
    Map<String, String> said = said(phrase, words, OF_HISTORY);
    return new PriorService(
        code(words.get(0)),
        modifiers(words.get(0)),
        dates(phrase, said),
        optional(said.get("by"), "an NPI", text -> new Provider(new Npi(text))));
  }

  /** A performed procedure. Whether its words are known is for lint to say. */
  PerformedProcedure performed(String phrase) throws ScenarioSyntaxException {
    List<String> parts = Items.of(phrase);
    if (parts.isEmpty() || parts.get(0).contains(" ")) {
      throw new ScenarioSyntaxException(
          "`" + phrase + "` does not begin with the kind of procedure; expected one word");
    }
    Map<String, String> said = new HashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      said.putAll(said(phrase, words("_ " + part), OF_PROCEDURES));
    }
    return new PerformedProcedure(
        parts.get(0),
        said.get("access"),
        said.get("approach"),
        listed(said.get("intervention")),
        listed(said.get("technique")),
        said.get("side"),
        listed(said.get("guidance")),
        dates(phrase, said));
  }

  private static List<String> words(String phrase) {
    return new ArrayList<>(Arrays.asList(phrase.strip().replaceAll(",\\s+", ",").split("\\s+")));
  }

  /** What follows each keyword after the first word. */
  private static Map<String, String> said(String phrase, List<String> words, Set<String> keywords)
      throws ScenarioSyntaxException {
    Map<String, String> said = new HashMap<>();
    for (int index = 1; index < words.size(); index += 2) {
      String keyword = words.get(index);
      if (!keywords.contains(keyword)) {
        throw new ScenarioSyntaxException(
            String.format(
                Locale.ROOT,
                "`%s` in `%s` is not understood; expected one of `%s`",
                keyword,
                phrase,
                String.join("`, `", keywords.stream().sorted().toList())));
      }
      if (index + 1 >= words.size()) {
        throw new ScenarioSyntaxException("nothing follows `" + keyword + "` in `" + phrase + "`");
      }
      if (said.put(keyword, words.get(index + 1)) != null) {
        throw new ScenarioSyntaxException("`" + keyword + "` stands twice in `" + phrase + "`");
      }
    }
    return said;
  }

  private static HcpcsCode code(String word) throws ScenarioSyntaxException {
    return parsed(word.split("-", -1)[0], "a procedure code", HcpcsCode::new);
  }

  private static List<Modifier> modifiers(String word) throws ScenarioSyntaxException {
    List<Modifier> modifiers = new ArrayList<>();
    String[] parts = word.split("-", -1);
    for (int index = 1; index < parts.length; index++) {
      modifiers.add(parsed(parts[index], "a modifier", Modifier::new));
    }
    return modifiers;
  }

  private ServiceDates dates(String phrase, Map<String, String> said)
      throws ScenarioSyntaxException {
    String on = said.get("on");
    LocalDate from = on == null ? date : date(on);
    if (from == null) {
      throw new ScenarioSyntaxException(
          "`" + phrase + "` has no date; expected `on` and a date, or one in the column `Date`");
    }
    String until = said.get("to");
    LocalDate to = until == null ? from : date(until);
    if (to.isBefore(from)) {
      throw new ScenarioSyntaxException("`" + phrase + "` ends before it begins");
    }
    return new ServiceDates(from, to);
  }

  /** A date; what is wrong with it is said in the words of the other messages. */
  static LocalDate date(String text) throws ScenarioSyntaxException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      throw new ScenarioSyntaxException(
          "`" + text + "` is not a date; expected the form `2025-01-31`");
    }
  }

  private static List<Integer> pointers(@Nullable String text) throws ScenarioSyntaxException {
    List<Integer> pointers = new ArrayList<>();
    for (String item : text == null ? List.<String>of() : Items.of(text)) {
      pointers.add(parsed(item, "the number of a diagnosis", Integer::valueOf));
    }
    return pointers;
  }

  private static List<String> listed(@Nullable String text) {
    return text == null ? List.of() : Arrays.asList(text.split("\\+"));
  }

  private static <T> @Nullable T optional(
      @Nullable String text, String what, Function<String, T> parser)
      throws ScenarioSyntaxException {
    return text == null ? null : parsed(text, what, parser);
  }

  /** The value of {@code text}; types refuse with an unchecked exception. */
  static <T> T parsed(String text, String what, Function<String, T> parser)
      throws ScenarioSyntaxException {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | ArithmeticException refused) {
      throw new ScenarioSyntaxException("`" + text + "` is not " + what);
    }
  }
}
