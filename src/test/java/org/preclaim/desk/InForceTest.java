package org.preclaim.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.intake.Admission;
import org.preclaim.journal.Journal;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.NcciFiles;
import org.preclaim.reference.source.Progress;
import org.preclaim.reference.store.ImportRequest;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PinnedReference;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.StoredRelease;

class InForceTest {

  private static final String Q3 = "MCR_MUE_PractitionerServices_Eff_07-01-2025.csv";

  private final Path data;
  private ReferenceStore reference;
  private Journal journal;
  private Desk desk;
  private String policiesAlone;

  InForceTest(@TempDir Path data) {
    this.data = data;
  }

  @BeforeEach
  void open() throws IOException, ProblemsException {
    reference = ReferenceStore.open(data);
    journal = Journal.open(data.resolve("journal.db").toString(), SampleDesk.CLOCK);
    PolicyFolder folder = PolicyFolder.open(SampleDesk.POLICIES);
    policiesAlone = folder.stored().id();
    OpenRelease policies = OpenRelease.of(folder, ArtefactCache.none());
    desk = new Desk(policies, reference, data, SampleDesk.CLOCK, journal);
  }

  @Test
  void release_withoutTables_isThatOfThePoliciesAlone() {
    assertThat(decide().decision().release().id()).isEqualTo(policiesAlone);
    assertThat(journal.releases()).containsExactly(policiesAlone);
    desk.close();
  }

  @Test
  void release_afterAnImport_isAnotherOneThatTheJournalHas() throws Exception {
    load(3);

    IssuedDecision decided = decide();

    String id = decided.decision().release().id();
    assertThat(id).isNotEqualTo(policiesAlone).isEqualTo(desk.release().id());
    StoredRelease kept = journal.release(id).orElseThrow();
    assertThat(kept.lock().reference())
        .singleElement()
        .satisfies(
            pinned -> {
              assertThat(pinned.dataset()).isEqualTo("ncci-mue-practitioner");
              assertThat(pinned.effective()).isEqualTo("2025-07-01");
            });
    assertThat(desk.find(decided.decisionId()).orElseThrow().entry().statement().release())
        .isEqualTo(id);
    desk.close();
  }

  @Test
  void tables_replaced_canStillBeOpenedByDigest() throws Exception {
    load(3);
    List<String> before = digests(desk.release().id());
    load(4);
    List<String> after = digests(desk.release().id());

    assertThat(after).doesNotContainAnyElementsOf(before);
    assertThat(reference.tables(before).vintages()).hasSize(1);
    Files.delete(data.resolve("reference/tables").resolve(before.get(0) + ".table"));
    assertThatThrownBy(() -> reference.tables(before))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            missing ->
                assertThat(missing.problems())
                    .singleElement()
                    .asString()
                    .contains(before.get(0), "it is missing"));
    desk.close();
  }

  private List<String> digests(String release) {
    return journal.release(release).orElseThrow().lock().reference().stream()
        .map(PinnedReference::sha256)
        .toList();
  }

  private void load(int units) throws Exception {
    Path file =
        NcciFiles.write(
            data.resolve("in" + units), Q3, NcciFiles.mue("Practitioner", "A0001 " + units + " 2"));
    reference.importFiles(
        new ImportRequest(List.of(ImportRequest.Source.of(file)), null, false), Progress.NONE);
  }

  private IssuedDecision decide() {
    byte[] document = SampleDesk.CLEAN.getBytes(StandardCharsets.UTF_8);
    Admission admission = desk.admitJson(new ByteArrayInputStream(document), "-");
    Encounter encounter = ((Admission.Admitted) admission).encounter();
    return desk.decide(encounter, Door.CHECK);
  }
}
