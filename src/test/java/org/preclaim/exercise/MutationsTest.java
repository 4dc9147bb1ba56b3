package org.preclaim.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.exercise.MutationScore.TableScore;
import org.preclaim.problem.ProblemsException;

class MutationsTest {

  private static final int ALL = 1_000;

  @TempDir Path folder = Path.of("");

  @Test
  void score_smallTable_namesTheSurvivorsCountedByHand() throws IOException, ProblemsException {
    MutationScore score = new Mutations(SmallRelease.compiled(folder), ALL, 1).score();

    TableScore table = score.tables().get(0);
    assertThat(table.survivors())
        .filteredOn(survivor -> survivor.policy().equals("SMA-1"))
        .extracting(survivor -> survivor.place().cell() + " " + survivor.change())
        .containsExactly(
            // No scenario reports 10002, and none another code in so many units.
            "B9 without `10002`",
            "B9 cleared",
            // The day itself stands in no scenario; the day before does.
            "C9 `2020-01-01` becomes `2020-01-02`",
            // A scenario says which policies find something, not how severe that is.
            "G9 `deny` becomes `risk`",
            "G9 `deny` becomes `info`");
    // A row that states nothing, and one whose action speaks of no line, cannot be published.
    assertThat(table.refused()).isPositive();
    assertThat(score.isSample()).isFalse();
    assertThat(score.noticed().whole() + score.refused()).isEqualTo(score.possible());
  }

  @Test
  void score_moreChangesThanTheLimit_triesASampleOfThatSize()
      throws IOException, ProblemsException {
    var release = SmallRelease.compiled(folder);

    MutationScore sample = new Mutations(release, 10, 7).score();

    assertThat(sample.noticed().whole() + sample.refused()).isEqualTo(10);
    assertThat(sample.isSample()).isTrue();
    assertThat(sample).isEqualTo(new Mutations(release, 10, 7).score());
    assertThat(sample.tables()).isNotEqualTo(new Mutations(release, 10, 8).score().tables());
  }
}
