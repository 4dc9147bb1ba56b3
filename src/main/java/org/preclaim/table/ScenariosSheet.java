package org.preclaim.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.Outcome;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;
import org.preclaim.problem.Place;

/** The sheet of scenarios: an encounter in each row, and the findings expected for it. */
final class ScenariosSheet {

  static final String NAME = "Scenarios";
  private static final List<String> REQUIRED = List.of("Scenario", "Why", "Expect");
  private static final List<String> OPTIONAL =
      List.of(
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
          "Outcome");
  static final String PATIENT = "scenario";
  private static final Pattern EXPECTED = Pattern.compile("(\\S+)(?:\\s+x([1-9][0-9]{0,3}))?");

  private final Report report;
  private final Listing listing;

  ScenariosSheet(Grid grid, Report report) {
    this.report = report;
    this.listing = new Listing(grid, report, REQUIRED, OPTIONAL);
  }

  /** The labels of its columns, from left to right. */
  List<String> labels() {
    return listing.labels();
  }

  List<Scenario> read() {
    List<Listing.Row> rows = listing.rows();
    if (rows.size() > Limits.SCENARIOS) {
      report.sheet(
          TableFault.TOO_LARGE,
          listing.sheet(),
          String.format(
              Locale.ROOT,
              "the sheet has %d scenarios; expected at most %d",
              rows.size(),
              Limits.SCENARIOS),
          null);
      return List.of();
    }
    List<Scenario> scenarios = new ArrayList<>();
    Map<String, Integer> rowByName = new HashMap<>();
    for (Listing.Row row : rows) {
      checkName(row, rowByName);
      Scenario scenario = new Reading(row).scenario();
      if (scenario != null) {
        scenarios.add(scenario);
      }
    }
    return scenarios;
  }

  private void checkName(Listing.Row row, Map<String, Integer> rowByName) {
    String name = row.text("Scenario");
    if (name.isEmpty()) {
      problem(row, "Scenario", "the scenario has no name");
      return;
    }
    Integer first = rowByName.putIfAbsent(name, row.number());
    if (first != null) {
      String where = SheetCell.address(first, row.column("Scenario"));
      problem(row, "Scenario", "the scenario `" + name + "` stands in " + where + " already");
    }
  }

  private void problem(Listing.Row row, String label, String message) {
    report.cell(
        TableFault.SCENARIO, listing.sheet(), row.number(), row.column(label), message, null);
  }

  /** One row on its way to a scenario; each cell is read whatever is wrong with the others. */
  private final class Reading {

    private final Listing.Row row;
    private boolean broken;

    Reading(Listing.Row row) {
      this.row = row;
    }

    /** What makes something of a cell's text. */
    private interface Parser<T> {
      T parse(String text) throws ScenarioSyntaxException;
    }

    @Nullable Scenario scenario() {
      String name = row.text("Scenario");
      ScenarioPhrases phrases = new ScenarioPhrases(cell("Date", ScenarioPhrases::date));
      Setting setting = cell("Setting", ScenariosSheet::setting);
      Sex sex = cell("Sex", ScenariosSheet::sex);
      LocalDate birthDate = cell("Birth date", ScenarioPhrases::date);
      List<ServiceLine> lines = new ArrayList<>();
      for (String phrase : phrases("Lines")) {
        attempt("Lines", phrase, text -> lines.add(phrases.line(lines.size() + 1, text)));
      }
      Encounter encounter =
          new Encounter(
              name,
              setting == null ? Setting.PRACTITIONER : setting,
              cell("Payer", text -> text),
              cell("Place", ScenariosSheet::place),
              new Patient(PATIENT, birthDate, sex == null ? Sex.UNKNOWN : sex),
              null,
              diagnoses(),
              lines,
              sent("Performed", phrases("Performed"), phrases::performed),
              sent("Documentation", Items.of(text("Documentation")), Reading::documentation),
              sent("History", phrases("History"), phrases::history));
      SortedMap<String, Integer> expected = expected();
      Outcome outcome = cell("Outcome", ScenariosSheet::outcome);
      Place.Cell place =
          new Place.Cell(
              report.file(),
              listing.sheet(),
              SheetCell.address(row.number(), row.column("Scenario")));
      return broken
          ? null
          : new Scenario(name, row.text("Why"), place, encounter, expected, outcome);
    }

    private String text(String label) {
      String text = row.text(label);
      return text.equals("none") ? "" : text;
    }

    private List<String> phrases(String label) {
      return Items.ofPhrases(text(label));
    }

    /** The value of a cell, or nothing where it is blank or cannot be understood. */
    private <T> @Nullable T cell(String label, Parser<T> parser) {
      String text = row.text(label);
      return text.isEmpty() ? null : attempt(label, text, parser);
    }

    private <T> @Nullable T attempt(String label, String text, Parser<T> parser) {
      try {
        return parser.parse(text);
      } catch (ScenarioSyntaxException misunderstood) {
        broken = true;
        problem(row, label, String.valueOf(misunderstood.getMessage()));
        return null;
      }
    }

    /** The values of a list; {@code null}, not sent, where its cell is blank. */
    private <T> @Nullable List<T> sent(String label, List<String> items, Parser<T> parser) {
      if (row.text(label).isEmpty()) {
        return null;
      }
      List<T> values = new ArrayList<>();
      for (String item : items) {
        T value = attempt(label, item, parser);
        if (value != null) {
          values.add(value);
        }
      }
      return values;
    }

    private @Nullable List<Diagnosis> diagnoses() {
      List<Icd10Code> codes =
          sent(
              "Diagnoses",
              Items.of(text("Diagnoses")),
              text -> ScenarioPhrases.parsed(text, "a diagnosis code", Icd10Code::of));
      if (codes == null) {
        return null;
      }
      List<Diagnosis> diagnoses = new ArrayList<>();
      codes.forEach(code -> diagnoses.add(new Diagnosis(diagnoses.size() + 1, code)));
      return diagnoses;
    }

    private static Documentation documentation(String text) {
      int equals = text.indexOf('=');
      return equals < 0
          ? new Documentation(text, null)
          : new Documentation(
              text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    private SortedMap<String, Integer> expected() {
      SortedMap<String, Integer> expected = new TreeMap<>();
      String text = row.text("Expect");
      if (text.isEmpty()) {
        broken = true;
        problem(row, "Expect", "nothing is expected; write `nothing` where that is meant");
      }
      for (String item : text.equals("nothing") ? List.<String>of() : Items.of(text)) {
        Matcher counted = EXPECTED.matcher(item);
        if (counted.matches() && PolicyId.isWellFormed(counted.group(1))) {
          int times = counted.group(2) == null ? 1 : Integer.parseInt(counted.group(2));
          expected.merge(counted.group(1), times, Integer::sum);
        } else {
          broken = true;
          problem(
              row,
              "Expect",
              "`"
                  + item
                  + "` is not a policy id; expected `nothing` or ids such as `ADD-50706 x2`");
        }
      }
      return expected;
    }
  }

  private static PlaceOfService place(String text) throws ScenarioSyntaxException {
    return ScenarioPhrases.parsed(
        text, "a place of service; expected two digits", PlaceOfService::new);
  }

  private static Setting setting(String text) throws ScenarioSyntaxException {
    for (Setting setting : Setting.values()) {
      if (setting.word().equals(text)) {
        return setting;
      }
    }
    throw new ScenarioSyntaxException(
        "`"
            + text
            + "` is not a setting; expected `practitioner`, `outpatient-hospital` or `dme-supplier`");
  }

  private static Sex sex(String text) throws ScenarioSyntaxException {
    for (Sex sex : Sex.values()) {
      if (sex.word().equals(text)) {
        return sex;
      }
    }
    throw new ScenarioSyntaxException(
        "`" + text + "` is not a sex; expected `female`, `male` or `unknown`");
  }

  private static Outcome outcome(String text) throws ScenarioSyntaxException {
    for (Outcome outcome : Outcome.values()) {
      if (outcome.word().equals(text)) {
        return outcome;
      }
    }
    throw new ScenarioSyntaxException(
        "`"
            + text
            + "` is not an outcome; expected `clean`, `suggestions`, `warnings` or `incomplete`");
  }
}
