package org.preclaim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preclaim.answer.DecisionJson;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.encounter.Encounter;
import org.preclaim.fixtures.Databases;
import org.preclaim.fixtures.JournalDrafts;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.fixtures.Words;
import org.preclaim.intake.Admission;
import org.preclaim.intake.json.EncounterJson;
import org.preclaim.journal.chain.ChainCheck.Verified;
import org.preclaim.journal.chain.Draft;
import org.preclaim.journal.chain.PersonalFacts.Request;
import org.preclaim.journal.chain.Receipt;
import org.preclaim.journal.chain.Root;
import org.preclaim.journal.chain.SaltedFacts;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.Search.Order;
import org.preclaim.journal.chain.Sender;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.journal.chain.Terms;
import org.preclaim.release.PolicyFolder;

class JournalTest {

  private final JournalDrafts drafts = new JournalDrafts(7);

  @ParameterizedTest
  @EnumSource(Databases.class)
  void decision_recorded_isFoundAsItWasAnswered(Databases kind) {
    Encounter encounter = drafts.encounter();
    IssuedDecision issued = drafts.issued(encounter);
    try (Journal journal = open(kind.fresh())) {
      Receipt receipt =
          journal
              .record(Draft.of(encounter, issued, new Sender("test", null), drafts.salt(), null))
              .join();

      assertThat(receipt).isInstanceOf(Receipt.Recorded.class);
      StoredEntry found = journal.find(issued.decisionId()).orElseThrow();
      assertThat(found).isEqualTo(receipt.stored());
      assertThat(found.answer(Trace.INCLUDED)).isEqualTo(DecisionJson.line(issued, Trace.INCLUDED));
      assertThat(found.answer(Trace.LEFT_OUT)).isEqualTo(DecisionJson.line(issued, Trace.LEFT_OUT));
      assertThat(found.said(Trace.INCLUDED))
          .isEqualTo(DecisionJson.line(issued.decision(), Trace.INCLUDED));
      assertThat(encounter(found)).isEqualTo(encounter);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void reader_ofAJournalInUse_givesNumbersAndEntries(Databases kind) {
    String address = kind.fresh();
    record(address, 30);
    try (JournalReader reader = JournalReader.open(address)) {
      List<Long> numbers = new ArrayList<>();
      reader.sequences(Search.oldest(1), numbers::add);

      assertThat(numbers).hasSize(30).isSorted();
      assertThat(reader.last()).isEqualTo(30);
      assertThat(reader.entries(List.of(7L, 29L, 31L)))
          .extracting(stored -> stored.entry().sequence())
          .containsExactly(7L, 29L);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void chain_ofManyAtOnce_verifiesAndEndsWithItsRoot(Databases kind) {
    String address = kind.fresh();
    Root root = record(address, 300);

    Verified verified = JournalCopy.at(address).verify(root);

    assertThat(verified).isEqualTo(new Verified(root, 0, 0));
    assertThat(root.sequence()).isEqualTo(300);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void instances_writingAtOnce_makeOneChain(Databases kind) {
    String address = kind.fresh();
    try (Journal one = open(address);
        Journal other = open(address)) {
      List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        var salt = drafts.salt();
        Request request = new Request("key-" + i, SaltedFacts.digest(salt, new byte[] {1}));
        Encounter encounter = drafts.encounter();
        IssuedDecision issued = drafts.issued(encounter);
        // Both instances are sent the same request.
        receipts.add(
            one.record(Draft.of(encounter, issued, new Sender("one", null), salt, request)));
        receipts.add(
            other.record(Draft.of(encounter, issued, new Sender("other", null), salt, request)));
      }

      assertThat(receipts.stream().map(CompletableFuture::join))
          .filteredOn(Receipt.Recorded.class::isInstance)
          .hasSize(200);
      assertThat(one.search(Search.oldest(500))).isEqualTo(other.search(Search.oldest(500)));
      assertThat(JournalCopy.at(address).verify(null).entries()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void patient_erased_isGoneAndTheChainHolds(Databases kind) {
    String address = kind.fresh();
    Root root = record(address, 20);
    Draft mine = drafts.next();
    String patient = Objects.requireNonNull(mine.personal()).facts().patientKey();
    try (Journal journal = open(address)) {
      journal.record(mine).join();
      journal.record(drafts.next()).join();

      assertThat(journal.erase(patient, "E1", "test")).isEqualTo(1);
      assertThat(journal.erase(patient, "E2", "test")).isZero();

      StoredEntry erased = journal.find(mine.statement().id()).orElseThrow();
      assertThat(erased.isErased()).isTrue();
      assertThat(erased.answer(Trace.LEFT_OUT)).doesNotContain("encounterId");
      assertThat(JournalCopy.at(address).verify(root))
          .satisfies(verified -> assertThat(verified.erased()).isEqualTo(1))
          .satisfies(verified -> assertThat(verified.entries()).isEqualTo(23));
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void oldEntries_letGo_leaveTheirSeals(Databases kind) {
    String address = kind.fresh();
    List<Root> roots = new ArrayList<>();
    for (int batch = 0; batch < 4; batch++) {
      roots.add(record(address, 10));
    }
    Instant before = JournalDrafts.START.plusSeconds(26);
    try (Journal journal = open(address)) {
      // Whole batches only, and how the third ten fell into batches is not known.
      long last = journal.retain(before, "R1", "test").orElseThrow();
      assertThat(last).isBetween(20L, 25L);
      assertThat(journal.retain(before, "R2", "test")).isEmpty();

      assertThat(journal.search(Search.oldest(100))).hasSize((int) (40 - last));
      assertThat(JournalCopy.at(address).verify(roots.get(1)).letGo()).isEqualTo(last);
    }
    assertThat(JournalCopy.at(address).verify(roots.get(3)).root().sequence()).isEqualTo(41);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void search_byEverything_findsWhatHoldsAll(Databases kind) {
    String address = kind.fresh();
    record(address, 60);
    try (Journal journal = open(address)) {
      List<StoredEntry> all = journal.search(Search.oldest(100));
      assertThat(all).hasSize(60);
      StoredEntry one = all.get(33);
      TreeSet<String> terms = new TreeSet<>(Terms.of(one.entry().statement()));
      Search search =
          new Search(
              one.encounterId(),
              one.entry().statement().at(),
              one.entry().statement().at().plusMillis(1),
              terms,
              Order.NEWEST_FIRST,
              null,
              10);

      assertThat(journal.search(search)).containsExactly(one);
      terms.add(Terms.policy("NONE-1"));
      assertThat(journal.search(new Search(null, null, null, terms, Order.NEWEST_FIRST, null, 10)))
          .isEmpty();
      assertThat(journal.search(Search.oldest(20).beyond(50))).isEqualTo(all.subList(50, 60));
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void sameKey_fromManyAtOnce_isRecordedOnce(Databases kind) {
    try (Journal one = open(kind.fresh())) {
      List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        var salt = drafts.salt();
        Request request = new Request("key-1", SaltedFacts.digest(salt, new byte[] {1}));
        Encounter encounter = drafts.encounter();
        receipts.add(
            one.record(
                Draft.of(
                    encounter, drafts.issued(encounter), new Sender("test", null), salt, request)));
      }
      assertThat(receipts.stream().map(CompletableFuture::join))
          .hasSize(50)
          .filteredOn(Receipt.Recorded.class::isInstance)
          .hasSize(1);
      StoredEntry stored = one.findByKey("key-1").orElseThrow();
      assertThat(receipts).allMatch(receipt -> receipt.join().stored().equals(stored));
      assertThat(Objects.requireNonNull(stored.personal()).isBody(new byte[] {1})).isTrue();
      assertThat(Objects.requireNonNull(stored.personal()).isBody(new byte[] {2})).isFalse();
      assertThat(one.search(Search.oldest(100))).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void release_stored_isReadAgainAsTheFolderIs(Databases kind) throws Exception {
    try (Journal journal = open(kind.fresh())) {
      var folder = PolicyFolder.read(SampleDesk.POLICIES);

      var stored = journal.release(folder.ref().id()).orElseThrow();

      assertThat(PolicyFolder.read(stored)).usingRecursiveComparison().isEqualTo(folder);
      assertThat(journal.releases()).containsExactly(folder.ref().id());
      assertThat(journal.release("sha256:none")).isEmpty();
    }
  }

  private static Encounter encounter(StoredEntry stored) {
    byte[] facts = stored.entry().statement().facts().getBytes(StandardCharsets.UTF_8);
    Admission read =
        new EncounterJson(Words.VOCABULARY).read(new ByteArrayInputStream(facts), "facts");
    return Objects.requireNonNull(stored.personal())
        .facts()
        .in(((Admission.Admitted) read).encounter());
  }

  private Root record(String address, int count) {
    try (Journal journal = open(address)) {
      List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        receipts.add(journal.record(drafts.next()));
      }
      assertThat(receipts.stream().map(CompletableFuture::join))
          .allMatch(Receipt.Recorded.class::isInstance);
    }
    return JournalCopy.at(address).root();
  }

  private static Journal open(String address) {
    Journal journal = Journal.open(address, SampleDesk.CLOCK);
    journal.keep(JournalDrafts.release());
    return journal;
  }
}
