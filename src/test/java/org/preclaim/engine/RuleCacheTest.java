package org.preclaim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.preclaim.decision.PolicyRef;
import org.preclaim.engine.FamilyRules.RuleFacts;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.rows.CloseEncounters;
import org.preclaim.engine.rows.RowTables;
import org.preclaim.engine.rows.TableDraft;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.Workbook;

class RuleCacheTest {

  private final RuleCache cache = new RuleCache();

  private static TableDraft table() {
    return new TableDraft("Ages")
        .condition("$line : BilledLine", "forall(||){code == \"$\"}")
        .condition("$line : BilledLine", "age >= $param")
        .condition("$line : BilledLine", "serviceDate >= \"$param\"")
        .action("insert( Flag.of(\"age-conflict\", \"$param\", $line) );");
  }

  private static RowTables rows(TableDraft table) throws ProblemsException {
    return RowTables.of(TableDraft.workbook("ages", List.of(table)));
  }

  @Test
  void rules_changedAddedAndBlankedCells_areNotCompiledAgain() throws ProblemsException {
    CompiledRules first =
        cache.rules(
            "ages", rows(table().row("50431", "18", "", "deny")), null, ArtefactCache.none());

    RowTables edited =
        rows(
            table()
                .row("99213,50706", "21", "2026-01-01", "risk")
                .row("50431", "", "", "info")
                .row("74400", "", "2026-02-02", "deny"));

    assertThat(cache.rules("ages", edited, null, ArtefactCache.none())).isSameAs(first);
    assertThat(cache.compilations()).isEqualTo(1);
  }

  @Test
  void rules_shapeThatGoesAndComesBack_isNotCompiledAgain() throws ProblemsException {
    RowTables narrow = rows(table().row("50431", "18", "", "deny"));
    RowTables wide =
        rows(
            table()
                .condition("not Performed", "kind == \"$param\"")
                .row("50431", "18", "", "deny", "")
                .row("50431", "18", "", "deny", "nephrostogram"));

    cache.rules("ages", narrow, null, ArtefactCache.none());
    CompiledRules both = cache.rules("ages", wide, null, ArtefactCache.none());

    assertThat(cache.rules("ages", narrow, null, ArtefactCache.none())).isSameAs(both);
    assertThat(cache.rules("ages", wide, null, ArtefactCache.none())).isSameAs(both);
    assertThat(cache.compilations()).isEqualTo(2);
  }

  @Test
  void rules_otherOrderOfRows_areTheSameText() throws ProblemsException {
    RowTables one = rows(table().row("1", "18", "", "deny").row("2", "", "2026-01-01", "risk"));
    RowTables other = rows(table().row("2", "", "2026-01-01", "risk").row("1", "18", "", "deny"));

    assertThat(one.rules().digest()).isEqualTo(other.rules().digest());
  }

  @Test
  void rules_tenThousandRows_areAFew() throws ProblemsException {
    TableDraft table = table();
    for (int row = 0; row < 10_000; row++) {
      String from = row % 3 == 0 ? "" : "2026-01-0" + (1 + row % 9);
      table.row(Integer.toString(10_000 + row), row % 2 == 0 ? "" : "18", from, "deny");
    }

    RowTables rows = rows(table);

    assertThat(rows.rules().byShape()).hasSize(1);
    assertThat(rows.rowsWithoutKey()).isZero();
  }

  @Test
  void evaluate_eightThreadsOnOneRelease_stateWhatOneStates()
      throws ProblemsException, InterruptedException, ExecutionException {
    Workbook workbook =
        TableDraft.workbook(
            "ages",
            List.of(table().row("50431,99213", "18", "", "deny").row("74400", "", "", "risk")));
    RowTables rows = RowTables.of(workbook);
    List<Policy> policies =
        workbook.policies().stream()
            .map(row -> new PolicyRef(row.id(), "f", row.place(), OptionalInt.empty(), ""))
            .map(ref -> new Policy(ref, Map.of()))
            .toList();
    FamilyRules rules =
        new FamilyRules(
            cache.rules("ages", rows, null, ArtefactCache.none()),
            Map.of(),
            policies,
            rows,
            RuleFacts.NONE);
    List<String> alone = stated(rules);

    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<List<String>>> tasks = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        tasks.add(() -> stated(rules));
      }
      for (Future<List<String>> result : threads.invokeAll(tasks)) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(alone).isNotEmpty();
  }

  private static List<String> stated(FamilyRules rules) {
    CloseEncounters encounters = new CloseEncounters(8);
    List<String> stated = new ArrayList<>();
    for (int count = 0; count < 500; count++) {
      Facts facts = Facts.of(encounters.next(), PolicyRelease.DEFAULT_PAYER);
      rules.evaluate(facts, List.of()).stated().stream()
          .map(said -> said.policy().ref().id() + " " + said.statement().inWords())
          .sorted()
          .forEach(stated::add);
    }
    return stated;
  }
}
