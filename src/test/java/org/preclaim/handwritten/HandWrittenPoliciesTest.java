package org.preclaim.handwritten;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.fixtures.Seed;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyFolder;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.Scenario;
import org.preclaim.table.Workbook;

/** The engine on the shipped policies, held to the same policies written in Java. */
class HandWrittenPoliciesTest {

  private static final int ENCOUNTERS = 600;

  private static CompiledRelease engine;
  private static HandWrittenPolicies byHand;

  @BeforeAll
  static void compile() throws IOException, ProblemsException {
    engine = CompiledRelease.compile(PolicyFolder.read(Path.of("").toAbsolutePath()));
    byHand = new HandWrittenPolicies(engine.release());
  }

  @Test
  void engine_randomEncounters_findsWhatTheHandWrittenPoliciesFind() {
    PolicyEncounters encounters = new PolicyEncounters(engine.release(), Seed.VALUE);
    Set<String> found = new TreeSet<>();
    for (int number = 0; number < ENCOUNTERS; number++) {
      Encounter encounter = encounters.odd();
      List<Found> expected = byHand.evaluate(encounter);

      assertThat(Found.in(engine.evaluate(encounter)))
          .as("encounter %d of -Dpreclaim.seed=%d: %s", number, Seed.VALUE, encounter)
          .isEqualTo(expected);
      expected.forEach(each -> found.add(each.policy()));
    }
    // Otherwise both could agree on nothing at all.
    assertThat(found).hasSizeGreaterThan(rows().size() / 2);
  }

  @Test
  void engine_ordinaryEncounters_findsWhatTheHandWrittenPoliciesFind() {
    PolicyEncounters encounters = new PolicyEncounters(engine.release(), Seed.VALUE);
    for (int number = 0; number < 100; number++) {
      Encounter encounter = encounters.ordinary(30, 12);

      assertThat(Found.in(engine.evaluate(encounter)))
          .as("encounter %d of -Dpreclaim.seed=%d: %s", number, Seed.VALUE, encounter)
          .isEqualTo(byHand.evaluate(encounter));
    }
  }

  @Test
  void engine_scenariosOfTheWorkbooks_findsWhatTheHandWrittenPoliciesFind() {
    for (Workbook workbook : workbooks()) {
      for (Scenario scenario : workbook.scenarios()) {
        assertThat(Found.in(engine.evaluate(scenario.encounter())))
            .as("%s: %s", workbook.file(), scenario.name())
            .isEqualTo(byHand.evaluate(scenario.encounter()));
      }
    }
  }

  private static List<PolicyRow> rows() {
    return workbooks().stream().flatMap(workbook -> workbook.policies().stream()).toList();
  }

  private static List<Workbook> workbooks() {
    return engine.release().families().stream()
        .map(Family::workbook)
        .filter(workbook -> workbook != null)
        .toList();
  }
}
