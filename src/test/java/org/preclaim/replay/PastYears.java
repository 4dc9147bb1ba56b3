package org.preclaim.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Door;
import org.preclaim.desk.OpenRelease;
import org.preclaim.desk.PendingDecision;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.engine.artefact.ArtefactFolder;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.intake.Admission;
import org.preclaim.journal.Journal;
import org.preclaim.journal.JournalReader;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.StoredRelease;

/** A data folder in which decisions were recorded, under policies that changed. */
final class PastYears {

  /** So many entries are decided before how far it is is told. */
  static final int PAGE = 7;

  private static final String RULES = "rules/sample.drl";

  private final Path data;

  PastYears(Path data) {
    this.data = data;
  }

  String journal() {
    return data.resolve("journal.db").toString();
  }

  ArtefactCache compiled() {
    return new ArtefactFolder(data.resolve("compiled"), problem -> {});
  }

  /** The sample policies with their one file of rules rewritten, in a folder of their own. */
  Path policies(String name, UnaryOperator<String> rewritten) throws IOException {
    Path folder = data.resolve("policies-" + name);
    Files.createDirectories(folder.resolve("rules"));
    String rules = Files.readString(SampleDesk.POLICIES.resolve(RULES));
    Files.writeString(folder.resolve(RULES), rewritten.apply(rules));
    return folder;
  }

  /** A desk under these policies whose engine is what {@code changed} makes of the real one. */
  Desk desk(Path policies, Clock clock, UnaryOperator<OpenRelease.Engine> changed)
      throws IOException, ProblemsException {
    OpenRelease real = OpenRelease.of(PolicyFolder.open(policies), compiled());
    OpenRelease release =
        new OpenRelease(
            real.stored(),
            real.families(),
            real.policies(),
            real.vocabulary(),
            changed.apply(real.engine()),
            real.compiled());
    return new Desk(
        release, ReferenceStore.open(data), data, clock, Journal.open(journal(), clock));
  }

  /** Records a decision about each of these documents under {@code policies}. */
  List<IssuedDecision> record(Path policies, Clock clock, List<String> documents)
      throws IOException, ProblemsException {
    try (Desk desk = desk(policies, clock, engine -> engine)) {
      return record(desk, documents);
    }
  }

  static List<IssuedDecision> record(Desk desk, List<String> documents) {
    List<PendingDecision> pending = new ArrayList<>();
    documents.forEach(document -> pending.add(desk.submit(admitted(desk, document), Door.CHECK)));
    return pending.stream().map(PendingDecision::await).toList();
  }

  private static Encounter admitted(Desk desk, String document) {
    Admission admission = desk.admitJson(new ByteArrayInputStream(document.getBytes(UTF_8)), "-");
    return ((Admission.Admitted) admission).encounter();
  }

  /** Stores these policies without ever deciding under them; their release id. */
  String keep(Path policies) throws IOException, ProblemsException {
    StoredRelease release =
        PolicyFolder.open(policies).stored().beside(ReferenceStore.open(data).data());
    try (Journal journal = Journal.open(journal(), SampleDesk.CLOCK)) {
      journal.keep(release);
    }
    return release.id();
  }

  /** Lets the entries go that were decided before {@code day}. */
  void retain(Instant day) {
    try (Journal journal = Journal.open(journal(), SampleDesk.CLOCK)) {
      assertThat(journal.retain(day, "RETENTION-1", "test")).isPresent();
    }
  }

  /** The report on {@code selection}, decided in small pages. */
  Report replay(Selection selection, Basis basis)
      throws IOException, ProblemsException, InterruptedException {
    return replay(selection, basis, null, (done, of) -> {}, () -> false);
  }

  /** The same, noted in {@code file} and until it is cancelled. */
  Report replay(
      Selection selection,
      Basis basis,
      @Nullable StateFile file,
      ReplayProgress progress,
      BooleanSupplier cancelled)
      throws IOException, ProblemsException, InterruptedException {
    try (JournalReader reader = JournalReader.open(journal())) {
      PastReleases releases = new PastReleases(reader, ReferenceStore.open(data), compiled());
      return Replay.of(selection, basis, releases, new Pace(2, PAGE), file)
          .run(progress, cancelled);
    }
  }
}
