package org.preclaim.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.RuleSummary;
import org.preclaim.exercise.Coverage.TableCoverage;
import org.preclaim.exercise.Coverage.UnreachedCell;
import org.preclaim.exercise.Coverage.UnreachedRow;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyFolder;

class ExerciseTest {

  @TempDir Path folder = Path.of("");

  @Test
  void coverage_smallTable_countsRowsAndEdgesAsByHand() throws IOException, ProblemsException {
    Coverage coverage = Exercise.coverage(SmallRelease.compiled(folder));

    TableCoverage table = coverage.tables().get(0);
    assertThat(table.rows()).isEqualTo(new Share(2, 4));
    // SMA-1: three cells hold as it fires, date and units each keep it from firing once. SMA-2: two
    // hold as it fires, and where it does not another code is not beside the right one either.
    // SMA-3: another code keeps it from firing. SMA-4: its bounds never hold at once.
    assertThat(table.edges()).isEqualTo(new Share(5 + 2 + 1, 6 + 4 + 2 + 6));
    assertThat(table.unreachedRows())
        .extracting(UnreachedRow::policy)
        .containsExactly("SMA-3", "SMA-4");
    assertThat(table.unreachedCells())
        .extracting(cell -> cell.policy() + " " + cell.label() + " " + cell.place().cell())
        .containsExactly(
            "SMA-1 Codes B9",
            "SMA-2 Codes B10",
            "SMA-2 Beside F10",
            "SMA-4 Codes B12",
            "SMA-4 More than D12",
            "SMA-4 Less than E12");
    assertThat(table.unreachedCells()).extracting(UnreachedCell::text).contains("10001, 10002");
    assertThat(table.unmeasured()).isEmpty();
    assertThat(coverage.rules().rules()).isEqualTo(new Share(1, 2));
    assertThat(coverage.rules().unreached())
        .extracting(RuleSummary::name)
        .containsExactly("SMA-902 code 66666 is denied");
    assertThat(coverage.broken()).isEmpty();
  }

  @Test
  void coverage_unreachedRow_comesWithAScenarioThatFiresIt() throws IOException, ProblemsException {
    Coverage coverage = Exercise.coverage(SmallRelease.compiled(folder));

    UnreachedRow reachable = coverage.tables().get(0).unreachedRows().get(0);
    assertThat(reachable.scenario()).contains("SMA-3 fires", "30001 for 1 at 100.00", "SMA-3");
    UnreachedRow never = coverage.tables().get(0).unreachedRows().get(1);
    assertThat(never.scenario()).isNull();
    assertThat(never.reason()).contains("`More than` and `Less than`");
  }

  @Test
  void text_ofAReport_isTheGoldenFile() throws IOException, ProblemsException {
    CompiledRelease release = SmallRelease.compiled(folder);

    String text =
        ExerciseText.of(
            new ExerciseReport(
                release.ref(),
                Exercise.coverage(release),
                new Mutations(release, 1_000, 1).score()));

    GoldenFile.assertSame("exercise/small.txt", text.replace(release.ref().id(), "(the release)"));
  }

  @Test
  void json_ofAReport_holdsPlacesAndFigures() throws IOException, ProblemsException {
    CompiledRelease release = SmallRelease.compiled(folder);

    String json =
        ExerciseJson.line(new ExerciseReport(release.ref(), Exercise.coverage(release), null));

    assertThat(json)
        .contains("\"place\":\"decision-tables/small.xlsx!Policies!A4\"")
        .contains("\"rows\":{\"part\":2,\"whole\":4")
        .contains("\"policy\":\"SMA-1\",\"place\":\"decision-tables/small.xlsx!Policies!B9\"")
        .doesNotContain("\"mutations\"")
        .hasLineCount(1);
  }

  /** A cell that is missed for want of looking is not called unreached without saying so. */
  @Test
  void coverage_scenarioOfVeryManyLines_saysThatNotAllWasLookedAt()
      throws IOException, ProblemsException {
    String[] few = {"few", "10009; 10009; 20001"};
    String[] many = {"many", "10009; ".repeat(100) + "20001"};
    Coverage small = Exercise.coverage(SmallRelease.compiled(folder.resolve("few"), few));
    CompiledRelease release = SmallRelease.compiled(folder.resolve("many"), many);
    Coverage large = Exercise.coverage(release);

    assertThat(small.tables().get(0).leftOff()).isEmpty();
    assertThat(large.tables().get(0).leftOff())
        .extracting(place -> place.cell())
        .containsExactly("A10");
    ExerciseReport report = new ExerciseReport(release.ref(), large, null);
    assertThat(ExerciseText.of(report))
        .contains("decision-tables/small.xlsx!Policies!A10: not all was looked at: ");
    assertThat(ExerciseJson.line(report))
        .contains("\"leftOff\":[\"decision-tables/small.xlsx!Policies!A10\"]");
  }

  @Test
  void coverage_shippedPolicies_reachEveryRowAndEdge() throws IOException, ProblemsException {
    CompiledRelease release =
        CompiledRelease.compile(PolicyFolder.read(Path.of("").toAbsolutePath()));

    Coverage coverage = Exercise.coverage(release);

    assertThat(release.rowsWithoutOrigins()).isEmpty();
    assertThat(coverage.broken()).isEmpty();
    assertThat(coverage.tables())
        .allSatisfy(
            table -> {
              assertThat(table.unreachedRows()).isEmpty();
              assertThat(table.unreachedCells()).isEmpty();
            });
    assertThat(coverage.rules().unreached()).isEmpty();
  }
}
