package org.preclaim.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.Outcome;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.PriorService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Sex;
import org.preclaim.encounter.UnitBasis;

/**
 * Writes encounters as scenarios: the inverse of reading them. What a scenario has no words for,
 * such as who bills, is left out.
 */
public final class ScenarioWriter {

  /** The labels of the sheet, in the order in which the shipped workbooks have them. */
  public static final List<String> LABELS =
      List.of(
          "Scenario",
          "Why",
          "Setting",
          "Payer",
          "Place",
          "Birth date",
          "Sex",
          "Date",
          "Diagnoses",
          "Lines",
          "Performed",
          "Documentation",
          "History",
          "Expect",
          "Outcome");

  private static final String NONE = "none";

  /** Characters that part the items of a cell, or the cells of a row. */
  private static final Pattern PARTING = Pattern.compile("[,;\\t\\r\\n\"]");

  private final Encounter encounter;
  private final @Nullable LocalDate date;

  private ScenarioWriter(Encounter encounter) {
    this.encounter = encounter;
    this.date =
        Stream.concat(
                encounter.lines().stream().map(ServiceLine::dates),
                orEmpty(encounter.procedures()).stream().map(PerformedProcedure::dates))
            .map(ServiceDates::from)
            .findFirst()
            .orElse(null);
  }

  /**
   * The encounter that a scenario can say: with the name as its id, the patient of all scenarios
   * and nobody who bills, its lines and diagnoses numbered from 1. Nothing where a cell has no
   * words for the rest.
   */
  public static Optional<Encounter> sayable(String name, Encounter encounter) {
    boolean sayable =
        encounter.lines().stream().allMatch(line -> line.unitBasis() == UnitBasis.UNITS)
            && isNumbered(encounter.lines().stream().map(ServiceLine::number).toList())
            && isNumbered(orEmpty(encounter.diagnoses()).stream().map(Diagnosis::sequence).toList())
            && orEmpty(encounter.documentation()).stream().noneMatch(ScenarioWriter::isParted);
    return sayable
        ? Optional.of(
            new Encounter(
                name,
                encounter.setting(),
                encounter.payer(),
                encounter.placeOfService(),
                new Patient(
                    ScenariosSheet.PATIENT,
                    encounter.patient().birthDate(),
                    encounter.patient().sex()),
                null,
                encounter.diagnoses(),
                encounter.lines(),
                encounter.procedures(),
                encounter.documentation(),
                encounter.history()))
        : Optional.empty();
  }

  private static boolean isNumbered(List<Integer> numbers) {
    for (int index = 0; index < numbers.size(); index++) {
      if (numbers.get(index) != index + 1) {
        return false;
      }
    }
    return true;
  }

  private static boolean isParted(Documentation stated) {
    String value = stated.value();
    return PARTING.matcher(stated.element()).find()
        || (value != null && (PARTING.matcher(value).find() || !value.equals(value.strip())));
  }

  /**
   * The cells of a scenario by their labels; a blank cell is an empty text.
   *
   * @param encounter as {@link #sayable} gives it
   * @param expected how often each policy id is found
   */
  public static Map<String, String> cells(
      Encounter encounter, String why, Map<String, Integer> expected, @Nullable Outcome outcome) {
    ScenarioWriter writer = new ScenarioWriter(encounter);
    Map<String, String> cells = new LinkedHashMap<>();
    LABELS.forEach(label -> cells.put(label, ""));
    cells.put("Scenario", encounter.id());
    cells.put("Why", why);
    writer.write(cells);
    cells.put("Expect", expected(expected));
    cells.put("Outcome", outcome == null ? "" : outcome.word());
    return cells;
  }

  private void write(Map<String, String> cells) {
    cells.put("Setting", encounter.setting().word());
    cells.put("Payer", text(encounter.payer()));
    cells.put("Place", text(encounter.placeOfService()));
    cells.put("Birth date", text(encounter.patient().birthDate()));
    Sex sex = encounter.patient().sex();
    cells.put("Sex", sex == Sex.UNKNOWN ? "" : sex.word());
    cells.put("Date", text(date));
    cells.put("Diagnoses", listed(encounter.diagnoses(), ", ", each -> text(each.code())));
    cells.put("Lines", listed(encounter.lines(), "; ", this::line));
    if (encounter.lines().isEmpty()) {
      cells.put("Lines", "");
    }
    cells.put("Performed", listed(encounter.procedures(), "; ", this::performed));
    cells.put("Documentation", listed(encounter.documentation(), ", ", ScenarioWriter::stated));
    cells.put("History", listed(encounter.history(), "; ", this::earlier));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /** How one thing is said. */
  private interface Saying<T> {
    String of(T thing);
  }

  /** A list in words: nothing where it was not sent, {@code none} where it was sent empty. */
  private static <T> String listed(@Nullable List<T> things, String between, Saying<T> saying) {
    if (things == null) {
      return "";
    }
    return things.isEmpty()
        ? NONE
        : things.stream().map(saying::of).collect(Collectors.joining(between));
  }

  private String line(ServiceLine line) {
    StringBuilder phrase = new StringBuilder(coded(text(line.code()), line.modifiers()));
    String units = line.units().stripTrailingZeros().toPlainString();
    phrase.append(units.equals("1") ? "" : " x" + units).append(dates(line.dates()));
    if (!line.diagnosisPointers().isEmpty()) {
      phrase.append(" for ").append(joined(line.diagnosisPointers(), ","));
    }
    phrase.append(line.charge() == null ? "" : " at " + line.charge());
    phrase.append(by(line.renderingProvider()));
    phrase.append(line.placeOfService() == null ? "" : " in " + line.placeOfService());
    return phrase.toString();
  }

  private String earlier(PriorService service) {
    return coded(text(service.code()), service.modifiers())
        + dates(service.dates())
        + by(service.renderingProvider());
  }

  private String performed(PerformedProcedure procedure) {
    List<String> parts = new ArrayList<>(List.of(procedure.kind()));
    part(parts, "access", text(procedure.access()));
    part(parts, "approach", text(procedure.approach()));
    part(parts, "intervention", joined(procedure.interventions(), "+"));
    part(parts, "technique", joined(procedure.techniques(), "+"));
    part(parts, "side", text(procedure.laterality()));
    part(parts, "guidance", joined(procedure.guidance(), "+"));
    String dates = dates(procedure.dates()).strip();
    if (!dates.isEmpty()) {
      parts.add(dates);
    }
    return String.join(", ", parts);
  }

  private static void part(List<String> parts, String keyword, String words) {
    if (!words.isEmpty()) {
      parts.add(keyword + " " + words);
    }
  }

  private static String stated(Documentation stated) {
    return stated.element() + (stated.value() == null ? "" : "=" + stated.value());
  }

  private static String coded(String code, List<Modifier> modifiers) {
    return Stream.concat(Stream.of(code), modifiers.stream().map(Modifier::toString))
        .collect(Collectors.joining("-"));
  }

  /** The date where it is not the scenario's own. */
  private String dates(ServiceDates dates) {
    String on = dates.from().equals(date) ? "" : " on " + dates.from();
    return on + (dates.isOneDay() ? "" : " to " + dates.to());
  }

  private static String by(@Nullable Provider provider) {
    return provider == null ? "" : " by " + provider.npi();
  }

  private static String joined(List<?> things, String between) {
    return things.stream().map(Object::toString).collect(Collectors.joining(between));
  }

  private static String expected(Map<String, Integer> expected) {
    return expected.isEmpty()
        ? "nothing"
        : expected.entrySet().stream()
            .map(each -> each.getKey() + (each.getValue() == 1 ? "" : " x" + each.getValue()))
            .collect(Collectors.joining(", "));
  }
}
