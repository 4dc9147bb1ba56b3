package org.preclaim.table;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.util.CellAddress;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.problem.Place;

/** Checks that a scenario says only what an encounter could say. */
final class ScenarioLint {

  private final Vocabulary vocabulary;
  private final Report report;

  ScenarioLint(Vocabulary vocabulary, Report report) {
    this.vocabulary = vocabulary;
    this.report = report;
  }

  void check(Scenario scenario) {
    Encounter encounter = scenario.encounter();
    for (PerformedProcedure procedure : sent(encounter.procedures())) {
      checkWords(scenario, ScenariosSheet.PERFORMED, "kind", List.of(procedure.kind()));
      checkWord(scenario, "access", procedure.access());
      checkWord(scenario, "approach", procedure.approach());
      checkWord(scenario, "laterality", procedure.laterality());
      checkWords(scenario, ScenariosSheet.PERFORMED, "intervention", procedure.interventions());
      checkWords(scenario, ScenariosSheet.PERFORMED, "technique", procedure.techniques());
      checkWords(scenario, ScenariosSheet.PERFORMED, "guidance", procedure.guidance());
    }
    checkWords(
        scenario,
        ScenariosSheet.DOCUMENTATION,
        "element",
        sent(encounter.documentation()).stream().map(Documentation::element).toList());
    checkPointers(scenario);
  }

  private static <T> List<T> sent(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private void checkWord(Scenario scenario, String list, @Nullable String word) {
    if (word != null) {
      checkWords(scenario, ScenariosSheet.PERFORMED, list, List.of(word));
    }
  }

  private void checkWords(Scenario scenario, String label, String list, Collection<String> words) {
    for (String word : words) {
      if (!vocabulary.holds(list, word)) {
        problem(
            TableFault.UNKNOWN_WORD,
            scenario.placeOf(label),
            "`" + word + "` is not in the list `" + list + "` of the vocabulary",
            vocabulary
                .nearest(list, word)
                .map(near -> "did you mean `" + near + "`?")
                .orElse(null));
      }
    }
  }

  private void checkPointers(Scenario scenario) {
    Set<Integer> known = new HashSet<>();
    for (Diagnosis diagnosis : sent(scenario.encounter().diagnoses())) {
      known.add(diagnosis.sequence());
    }
    for (ServiceLine line : scenario.encounter().lines()) {
      for (int pointer : line.diagnosisPointers()) {
        if (!known.contains(pointer)) {
          problem(
              TableFault.SCENARIO,
              scenario.placeOf(ScenariosSheet.LINES),
              "line " + line.number() + " points to diagnosis " + pointer + ", which is not there",
              null);
        }
      }
    }
  }

  private void problem(TableFault fault, Place.Cell place, String message, @Nullable String help) {
    CellAddress address = new CellAddress(String.valueOf(place.cell()));
    report.cell(
        fault, String.valueOf(place.sheet()), address.getRow(), address.getColumn(), message, help);
  }
}
