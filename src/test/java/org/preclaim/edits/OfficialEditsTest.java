package org.preclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.preclaim.decision.Check.State;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.fixtures.SmallTables;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.Dataset;
import org.preclaim.release.PolicyFolder;

class OfficialEditsTest {

  /** A family, and those whose denials it asks for. */
  private static final Map<String, Set<String>> FAMILIES =
      Map.ofEntries(
          Map.entry("age-conflict", Set.of()),
          Map.entry("bilateral-indicator", Set.of()),
          Map.entry("coverage-articles", Set.of()),
          Map.entry("diagnosis-validity", Set.of()),
          Map.entry("global-period", Set.of()),
          Map.entry("hcpcs-validity", Set.of()),
          Map.entry("mue", Set.of()),
          Map.entry("ncci-add-on", Set.of("ncci-ptp")),
          Map.entry("ncci-ptp", Set.of()),
          Map.entry("pc-tc", Set.of()),
          Map.entry("status-codes", Set.of()),
          Map.entry("surgeons", Set.of()));

  private static CompiledRelease release;

  @BeforeAll
  static void compile() throws IOException, ProblemsException {
    release = CompiledRelease.compile(PolicyFolder.read(Path.of("")));
  }

  static Stream<Arguments> scenarios() {
    return FAMILIES.keySet().stream()
        .sorted()
        .flatMap(
            family ->
                EditScenario.in(family + ".txt").map(scenario -> arguments(family, scenario)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("scenarios")
  void scenario_inventedTables_findsWhatItExpects(String family, EditScenario scenario) {
    Set<String> families = new TreeSet<>(FAMILIES.getOrDefault(family, Set.of()));
    families.add(family);

    Decision decision =
        release.onlyFamilies(families).evaluate(scenario.encounter(), InventedTables.all());

    assertThat(EditScenario.found(decision)).isEqualTo(scenario.expected());
  }

  /** Each family by the dataset that it asks in the practitioner's setting. */
  private static Map<String, Dataset> datasets() {
    Map<String, Dataset> datasets = new TreeMap<>();
    datasets.put("age-conflict", Dataset.AGE_EDITS);
    datasets.put("coverage-articles", Dataset.COVERAGE_ARTICLES);
    datasets.put("diagnosis-validity", Dataset.ICD10_CM);
    datasets.put("hcpcs-validity", Dataset.HCPCS);
    datasets.put("mue", Dataset.MUE_PRACTITIONER);
    datasets.put("ncci-add-on", Dataset.ADD_ON);
    datasets.put("ncci-ptp", Dataset.PTP_PRACTITIONER);
    for (String family :
        List.of("bilateral-indicator", "global-period", "pc-tc", "status-codes", "surgeons")) {
      datasets.put(family, Dataset.FEE_SCHEDULE);
    }
    return datasets;
  }

  /** Something for every family to find. */
  private static Encounter broad() {
    return EditScenario.of(
            "broad | practitioner pos=22 dx=N13.3,P07.00 born=1961-04-02 history=Z1090@2024-07-01"
                + " | Z0001 Z0002 Z0013 Z0024 Z0030-50 Z0049-62 Z0055 Z060B 99213 E0001 Z0070 |")
        .encounter();
  }

  @Test
  void dataset_takenAway_turnsExactlyItsFindingsIntoNoData() {
    SmallTables all = InventedTables.all();
    Decision whole = release.evaluate(broad(), all);
    Map<String, Dataset> datasets = datasets();
    assertThat(whole.checks())
        .filteredOn(check -> datasets.containsKey(check.family()))
        .allSatisfy(check -> assertThat(check.state()).isEqualTo(State.APPLIED));

    for (Dataset dataset : new TreeSet<>(datasets.values())) {
      Decision less = release.evaluate(broad(), all.without(dataset));

      assertThat(less.warnings())
          .as("without %s", dataset.word())
          .containsExactlyElementsOf(
              whole.warnings().stream()
                  .filter(warning -> datasets.get(family(warning)) != dataset)
                  .toList())
          .hasSizeLessThan(whole.warnings().size());
      assertThat(less.reference()).doesNotContainKey(dataset.word());
      assertThat(less.checks())
          .filteredOn(check -> datasets.get(check.family()) == dataset)
          .isNotEmpty()
          .allSatisfy(check -> assertThat(check.isNotImported()).isTrue());
    }
  }

  private static String family(DenialWarning warning) {
    return warning.policy().file().replace("rules/", "").replace(".drl", "");
  }
}
