package org.preclaim.release.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.preclaim.release.PinnedReference;
import org.preclaim.release.PolicyFiles;
import org.preclaim.release.StoredRelease;
import org.preclaim.release.diff.FileDiff.NotCompared;
import org.preclaim.release.diff.FileDiff.OfRules;
import org.preclaim.release.diff.RuleChange.LineChange;
import org.preclaim.table.diff.Change;

class ReleaseDiffTest {

  private static final String RULES =
      """
      package p;

      // Says A.
      rule "A"
      when
        X( the > 1 ) // not the end
      then
      end

      /* Says B,
         and no rule "C" */
      rule B
      when
      then
      end
      """;

  private static List<RuleChange> rules(String before, String after) {
    FileDiff file =
        FileDiff.between("rules/p.drl", before.getBytes(UTF_8), after.getBytes(UTF_8))
            .orElseThrow();
    return ((OfRules) file).rules();
  }

  @Test
  void rule_changed_isToldByNameAndLine() {
    assertThat(rules(RULES, RULES.replace("the > 1", "the > 2")))
        .containsExactly(
            new RuleChange(
                "A",
                Change.CHANGED,
                List.of(
                    new LineChange(6, null, "  X( the > 1 ) // not the end"),
                    new LineChange(null, 6, "  X( the > 2 ) // not the end"))));
  }

  @Test
  void comment_aboveARule_belongsToIt() {
    assertThat(rules(RULES, RULES.replace("Says B", "Says it")))
        .extracting(RuleChange::name)
        .containsExactly("B");
  }

  @Test
  void rules_addedRemovedAndOutside_areTold() {
    String after = "package q;\n\nrule \"A\"\nwhen\nthen\nend\nrule C when then end\n";

    assertThat(rules(RULES, after))
        .extracting(each -> each.change() + " " + each.name())
        .containsExactly("CHANGED ", "CHANGED A", "ADDED C", "REMOVED B");
  }

  @Test
  void rules_merelyMoved_areTheSame() {
    String first = "rule \"A\"\nwhen\nthen\nend\n";
    String second = "rule \"B\"\nwhen\nthen\nend\n";

    assertThat(rules(first + second, second + first)).isEmpty();
  }

  @Test
  void rules_ofOneName_areEachTold() {
    String twice = "rule A\nwhen\nthen\nend\nrule A\nwhen\nthen\nend\n";

    assertThat(rules(twice, twice.replaceFirst("(?s)end\n$", "  x\nend\n")))
        .extracting(RuleChange::name)
        .containsExactly("A (2)");
  }

  @Test
  void file_thatIsNoText_isSaidNotToBeCompared() {
    FileDiff file =
        FileDiff.between("rules/p.drl", RULES.getBytes(UTF_8), new byte[] {(byte) 0xff})
            .orElseThrow();

    assertThat(file.differs()).isTrue();
    assertThat(((NotCompared) file).problem().code()).isEqualTo("RULE-NOT-UTF-8");
  }

  @Test
  void releases_withOtherTables_differBesideTheirFiles() {
    PolicyFiles files =
        new PolicyFiles(new TreeMap<>(Map.of("rules/p.drl", RULES.getBytes(UTF_8))));
    StoredRelease before = new StoredRelease("a", files.lock(List.of()), files);
    StoredRelease after =
        new StoredRelease(
            "b", files.lock(List.of(new PinnedReference("mue", "2026-01-01", "00"))), files);

    ReleaseDiff diff = ReleaseDiff.between(before, after);

    assertThat(diff.files()).isEmpty();
    assertThat(diff.pins()).containsExactly(new ReleaseDiff.Pin("mue 2026-01-01", null, "00"));
    assertThat(diff.differs()).isTrue();
    assertThat(ReleaseDiff.between(before, before).differs()).isFalse();
  }
}
