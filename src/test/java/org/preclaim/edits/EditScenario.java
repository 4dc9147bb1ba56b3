package org.preclaim.edits;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.Decision;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.PriorService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;
import org.preclaim.encounter.UnitBasis;

/**
 * An encounter in one line of a file, and what must be found in it.
 *
 * <pre>name | setting and parts | lines | findings</pre>
 *
 * Parts are {@code payer=…}, {@code pos=…}, {@code born=…}, {@code dx=…,…} and {@code
 * history=CODE-MOD@DATE,…}; without the last two they were not sent. A line is {@code
 * CODE-MOD*units@date..date#provider}, with diagnosis 1 as its pointer; a finding is {@code ID line
 * line}, those at risk.
 *
 * @param name what it shows
 * @param encounter the encounter
 * @param expected the findings, sorted
 */
record EditScenario(String name, Encounter encounter, List<String> expected) {

  private static final String DAY = "2024-08-01";

  /** The scenarios of a file below {@code edits/}. */
  static Stream<EditScenario> in(String file) {
    try (InputStream in = EditScenario.class.getResourceAsStream("/edits/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(EditScenario::of);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static EditScenario of(String text) {
    String[] fields = text.split("\\|", -1);
    List<ServiceLine> lines = new ArrayList<>();
    for (String line : fields[2].strip().split(" +", -1)) {
      lines.add(line(lines.size() + 1, line));
    }
    List<String> expected =
        Arrays.stream(fields[3].split(";", -1))
            .map(String::strip)
            .filter(finding -> !finding.isEmpty())
            .sorted()
            .toList();
    return new EditScenario(fields[0].strip(), encounter(fields[1].strip(), lines), expected);
  }

  private static Encounter encounter(String parts, List<ServiceLine> lines) {
    Setting setting =
        Arrays.stream(Setting.values())
            .filter(known -> known.word().equals(parts.split(" ", -1)[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(parts));
    String place = part(parts, "pos");
    String born = part(parts, "born");
    return new Encounter(
        "E-1",
        setting,
        part(parts, "payer"),
        place == null ? null : new PlaceOfService(place),
        new Patient("p-1", born == null ? null : LocalDate.parse(born), Sex.UNKNOWN),
        new Provider(new Npi("1234567893")),
        diagnoses(part(parts, "dx")),
        lines,
        null,
        null,
        history(part(parts, "history")));
  }

  private static @Nullable String part(String parts, String name) {
    return Arrays.stream(parts.split(" ", -1))
        .filter(part -> part.startsWith(name + "="))
        .map(part -> part.substring(name.length() + 1))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable List<Diagnosis> diagnoses(@Nullable String codes) {
    if (codes == null) {
      return null;
    }
    List<Diagnosis> diagnoses = new ArrayList<>();
    for (String code : codes.split(",", -1)) {
      diagnoses.add(new Diagnosis(diagnoses.size() + 1, Icd10Code.of(code)));
    }
    return diagnoses;
  }

  private static @Nullable List<PriorService> history(@Nullable String services) {
    return services == null
        ? null
        : Arrays.stream(services.split(",", -1))
            .map(service -> line(1, service))
            .map(
                line ->
                    new PriorService(
                        line.code(), line.modifiers(), line.dates(), line.renderingProvider()))
            .toList();
  }

  private static ServiceLine line(int number, String text) {
    String[] provider = text.split("#", -1);
    String[] dates = provider[0].split("@", -1);
    String[] units = dates[0].split("\\*", -1);
    List<String> codes = new ArrayList<>(Arrays.asList(units[0].split("-", -1)));
    String code = codes.remove(0);
    String[] days = (dates.length > 1 ? dates[1] : DAY).split("\\.\\.", -1);
    return new ServiceLine(
        number,
        HcpcsCode.of(code),
        codes.stream().map(Modifier::of).toList(),
        new BigDecimal(units.length > 1 ? units[1] : "1"),
        UnitBasis.UNITS,
        new ServiceDates(LocalDate.parse(days[0]), LocalDate.parse(days[days.length - 1])),
        List.of(1),
        null,
        null,
        provider.length > 1 ? new Provider(new Npi(provider[1])) : null);
  }

  /** What a decision found by these rules: id and lines at risk, sorted. */
  static List<String> found(Decision decision) {
    return decision.warnings().stream()
        .map(
            warning ->
                warning.policy().id()
                    + warning.linesAtRisk().stream()
                        .map(line -> " " + line)
                        .reduce("", String::concat))
        .sorted()
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
