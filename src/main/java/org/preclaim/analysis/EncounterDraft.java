package org.preclaim.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;
import org.preclaim.encounter.UnitBasis;
import org.preclaim.encounter.Vocabulary;

/**
 * Writes an encounter that conditions accept, and puts no more into it than they ask for. What they
 * leave open is what is most common: a patient of Medicare, one unit, a day of {@link #DAY}.
 */
final class EncounterDraft {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 3);
  private static final LocalDate BORN = LocalDate.of(1961, 4, 2);
  private static final String PAYER = "medicare";
  private static final String PLACE = "22";
  private static final Money CHARGE = new Money(new BigDecimal("100.00"));

  /** A code that no table is about, where a line needs one and may have any. */
  private static final List<String> CODES = List.of("99213", "99214", "A0001", "A0002", "A0003");

  /** A diagnosis that says nothing, where a line needs one and no table may ask for it. */
  private static final String UNSPECIFIC = "R69";

  private final Patterns patterns;
  private final Vocabulary vocabulary;
  private final Conditions conditions;
  private final Map<Atom, Boolean> said;
  private final List<ServiceLine> lines = new ArrayList<>();
  private final List<PerformedProcedure> procedures = new ArrayList<>();
  private final List<String> diagnoses = new ArrayList<>();

  /**
   * @param said what the conditions' clauses need, as {@link Conditions#solve} found it
   */
  EncounterDraft(
      Patterns patterns, Vocabulary vocabulary, Conditions conditions, Map<Atom, Boolean> said) {
    this.patterns = patterns;
    this.vocabulary = vocabulary;
    this.conditions = conditions;
    this.said = said;
  }

  /** The encounter. */
  Encounter encounter(String id) {
    for (int fact : conditions.facts()) {
      switch (patterns.kind(fact)) {
        case LINE -> lines.add(line(fact));
        case PROCEDURE -> procedures.add(procedure(fact));
      }
    }
    for (int fact : conditions.facts()) {
      held(fact, Atom.Says.REPORTED).forEach(code -> lines.add(plainLine(code, dates(fact))));
      held(fact, Atom.Says.BESIDE).forEach(word -> beside(word, dates(fact)));
    }
    List<Diagnosis> numbered = new ArrayList<>();
    diagnoses.forEach(
        code -> numbered.add(new Diagnosis(numbered.size() + 1, new Icd10Code(code))));
    return new Encounter(
        id,
        setting(),
        word(new Variable(0, "payer"), PAYER),
        new PlaceOfService(PLACE),
        new Patient("witness", born(), Sex.FEMALE),
        null,
        numbered,
        lines,
        procedures,
        held(0, Atom.Says.DOCUMENTED).stream().map(word -> new Documentation(word, null)).toList(),
        List.of());
  }

  /** The words of which {@code says} must hold. */
  private List<String> held(int fact, Atom.Says says) {
    return words(fact, says, true);
  }

  private List<String> words(int fact, Atom.Says says, boolean holds) {
    return said.entrySet().stream()
        .filter(entry -> entry.getValue() == holds)
        .map(Map.Entry::getKey)
        .filter(atom -> atom.fact() == fact && atom.says() == says)
        .map(Atom::word)
        .sorted()
        .toList();
  }

  private Setting setting() {
    String word = word(new Variable(0, "setting"), Setting.PRACTITIONER.word());
    for (Setting setting : Setting.values()) {
      if (setting.word().equals(word)) {
        return setting;
      }
    }
    return Setting.PRACTITIONER;
  }

  private String word(Variable variable, String wished) {
    if (!(conditions.values().get(variable) instanceof WordSet accepted)) {
      return wished;
    }
    if (accepted.contains(wished)) {
      return wished;
    }
    return accepted.except() ? other(variable, accepted) : accepted.words().iterator().next();
  }

  /** A word that is not among those that are excluded. */
  private String other(Variable variable, WordSet accepted) {
    List<String> offered =
        switch (variable.property()) {
          case "code" -> CODES;
          case "placeOfService" -> List.of("11", "21", "23", "24");
          default -> List.copyOf(vocabulary.words(variable.property()));
        };
    for (String word : offered) {
      if (accepted.contains(word)) {
        return word;
      }
    }
    for (int number = 10; ; number++) {
      if (accepted.contains(Integer.toString(number))) {
        return Integer.toString(number);
      }
    }
  }

  private BigDecimal number(Variable variable, BigDecimal wished) {
    return conditions.values().get(variable) instanceof NumberSet accepted
        ? accepted.pick(wished)
        : wished;
  }

  private LocalDate day(int fact) {
    Variable variable = new Variable(fact, Variable.SERVICE_DATE);
    BigDecimal day = number(variable, BigDecimal.valueOf(DAY.toEpochDay()));
    return LocalDate.ofEpochDay(day.longValueExact());
  }

  /** From the fact's own day to the last day of a fact that must share a day with it. */
  private ServiceDates dates(int fact) {
    LocalDate from = day(fact);
    LocalDate to =
        said.keySet().stream()
            .filter(
                atom -> atom.says() == Atom.Says.SAME_DAY && Boolean.TRUE.equals(said.get(atom)))
            .filter(atom -> atom.fact() == fact || Integer.parseInt(atom.word()) == fact)
            .map(atom -> atom.fact() == fact ? Integer.parseInt(atom.word()) : atom.fact())
            .map(this::day)
            .max(Comparator.naturalOrder())
            .filter(from::isBefore)
            .orElse(from);
    return new ServiceDates(from, to);
  }

  private @Nullable LocalDate born() {
    Variable age = new Variable(0, "age");
    if (!conditions.values().containsKey(age)) {
      return BORN;
    }
    LocalDate served = conditions.facts().isEmpty() ? DAY : day(conditions.facts().first());
    int usual = Math.max(0, served.getYear() - BORN.getYear() - 1);
    int years = number(age, BigDecimal.valueOf(usual)).intValueExact();
    return years < 0 ? null : served.minusYears(years);
  }

  private ServiceLine line(int fact) {
    String place = word(new Variable(fact, "placeOfService"), PLACE);
    return new ServiceLine(
        lines.size() + 1,
        new HcpcsCode(word(new Variable(fact, "code"), CODES.get(0))),
        held(fact, Atom.Says.MODIFIER).stream().map(Modifier::new).toList(),
        number(new Variable(fact, "units"), BigDecimal.ONE),
        UnitBasis.UNITS,
        dates(fact),
        pointers(fact),
        CHARGE,
        place.equals(PLACE) || place.isEmpty() ? null : new PlaceOfService(place),
        null);
  }

  private ServiceLine plainLine(String code, ServiceDates dates) {
    return new ServiceLine(
        lines.size() + 1,
        new HcpcsCode(code),
        List.of(),
        BigDecimal.ONE,
        UnitBasis.UNITS,
        dates,
        List.of(),
        CHARGE,
        null,
        null);
  }

  private List<Integer> pointers(int fact) {
    List<String> without = words(fact, Atom.Says.DIAGNOSIS, false);
    List<String> needed = new ArrayList<>(held(fact, Atom.Says.DIAGNOSIS));
    List<Integer> pointers = new ArrayList<>();
    if (needed.isEmpty()) {
      boolean free = without.stream().noneMatch(UNSPECIFIC::startsWith);
      return free ? List.of(pointer(UNSPECIFIC)) : List.of();
    }
    needed.removeIf(
        prefix -> needed.stream().anyMatch(p -> !p.equals(prefix) && p.startsWith(prefix)));
    for (String prefix : needed) {
      pointers.add(pointer(below(prefix, without)));
    }
    return pointers;
  }

  /** A code that begins with {@code prefix} and with none of {@code without}. */
  private static String below(String prefix, List<String> without) {
    String code = prefix;
    while (code.length() < 3) {
      String begun = code;
      code =
          "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
              .chars()
              .mapToObj(next -> begun + (char) next)
              .filter(next -> without.stream().noneMatch(next::startsWith))
              .findFirst()
              .orElse(begun + "0");
    }
    return code;
  }

  private int pointer(String code) {
    if (!diagnoses.contains(code)) {
      diagnoses.add(code);
    }
    return diagnoses.indexOf(code) + 1;
  }

  private void beside(String word, ServiceDates dates) {
    if (vocabulary.holds("kind", word) || !word.matches("[0-9A-Z]{1,48}")) {
      procedures.add(
          new PerformedProcedure(word, null, null, List.of(), List.of(), null, List.of(), dates));
    } else {
      lines.add(plainLine(word, dates));
    }
  }

  private PerformedProcedure procedure(int fact) {
    boolean guided = word(new Variable(fact, "guided"), "false").equals("true");
    return new PerformedProcedure(
        word(new Variable(fact, "kind"), "nephrostogram"),
        optional(new Variable(fact, "access")),
        optional(new Variable(fact, "approach")),
        held(fact, Atom.Says.INTERVENTION),
        held(fact, Atom.Says.TECHNIQUE),
        optional(new Variable(fact, "side")),
        guided ? List.of("fluoroscopy") : List.of(),
        dates(fact));
  }

  private @Nullable String optional(Variable variable) {
    String word = word(variable, "");
    return word.isEmpty() ? null : word;
  }
}
