package org.preclaim.journal;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.journal.chain.Draft;
import org.preclaim.journal.chain.EntryKind;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.JournalProblemCode;
import org.preclaim.journal.chain.Ranges;
import org.preclaim.journal.chain.Receipt;
import org.preclaim.journal.chain.RecordedStep;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.Statement;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.journal.store.Database;
import org.preclaim.journal.store.Store;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.release.StoredRelease;

/**
 * The record of decisions, open for use. Methods throw {@link JournalFault} where it cannot be
 * written or read; it needs no repair afterwards and works again once its database does. Safe for
 * use by many threads.
 */
public final class Journal implements AutoCloseable {

  private final Store store;
  private final Clock clock;
  private final String name;
  private final GroupCommit commits;

  private Journal(Store store, Clock clock, String name) {
    this.store = store;
    this.clock = clock;
    this.name = name;
    this.commits = new GroupCommit(store, clock, name);
  }

  /**
   * Opens the journal at {@code address}, and makes one where there is none.
   *
   * @param address a file, or a JDBC URL of SQLite or PostgreSQL
   * @param clock tells when an entry was recorded
   * @throws IllegalArgumentException with a message for the user, where the address is of neither
   */
  public static Journal open(String address, Clock clock) {
    JournalCopy.Exported.refuse(address, "decisions are recorded in a database: name another file");
    return open(Database.at(address), clock, Store::open);
  }

  /**
   * Opens the journal that there is at {@code address}; nothing is made where there is none.
   *
   * @param address a file, or a JDBC URL of SQLite or PostgreSQL
   * @param clock tells when an entry was recorded
   * @throws IllegalArgumentException with a message for the user, where the address is of neither
   */
  public static Journal existing(String address, Clock clock) {
    JournalCopy.Exported.refuse(
        address,
        "an export is never changed: do it in the journal that it was made of, export that again,"
            + " and destroy this file");
    return open(Database.at(address), clock, Store::existing);
  }

  private static Journal open(Database database, Clock clock, Function<Database, Store> opener) {
    try {
      return new Journal(opener.apply(database), clock, database.name());
    } catch (UncheckedIOException failed) {
      throw new JournalFault(
          new Problem(
              new Place.JournalEntry(database.name(), 0),
              JournalProblemCode.UNAVAILABLE.code(),
              "the file cannot be made"),
          failed);
    }
  }

  /**
   * Records a draft. The receipt comes once the entry is durable; it fails with a {@link
   * JournalFault} where it is not.
   */
  public CompletableFuture<Receipt> record(Draft draft) {
    return commits.submit(draft);
  }

  /** What was handed in and is not written yet. */
  public Backlog backlog() {
    return commits.backlog();
  }

  /**
   * Stores a release with its files, where it is not stored yet; what names it: whoever stored it
   * first gave it its name.
   */
  public ReleaseRef keep(StoredRelease release) {
    return new ReleaseRef(release.id(), store.keep(release));
  }

  /**
   * Records steps in the lives of releases, all of them or, where the journal has a step after the
   * entry {@code last}, none; whether it did. They are durable when this returns.
   */
  public boolean step(List<Statement> steps, long last) {
    return store.step(steps.stream().map(Draft::of).toList(), last, now());
  }

  /** The steps in the lives of releases after the entry {@code sequence}, in their order. */
  public List<RecordedStep> steps(long sequence) {
    return store.steps(sequence);
  }

  /** The release with this id, where it is stored and as it was stored. */
  public Optional<StoredRelease> release(String id) {
    return store.release(id);
  }

  /** The ids of all releases that are stored. */
  public List<String> releases() {
    return store.releases();
  }

  /** The entry of the decision or event with this id. */
  public Optional<StoredEntry> find(String id) {
    return store.find(id);
  }

  /** The entry of the request that carried this idempotency key. */
  public Optional<StoredEntry> findByKey(String idempotencyKey) {
    return store.findByKey(idempotencyKey);
  }

  /** The same journal, for reading; closing it closes nothing. */
  public JournalReader reader() {
    return JournalReader.of(store);
  }

  /** One page of decisions. */
  public List<StoredEntry> search(Search search) {
    return store.search(search);
  }

  /**
   * Erases the personal facts of a patient from all entries, for good, and records that. Throws a
   * {@link JournalFault} also where that was done, but somebody who reads keeps them on the disk;
   * the next call sees to it again.
   *
   * @param patientKey the patient's pseudonym
   * @param id of the entry that says so
   * @return how many entries had some
   */
  public int erase(String patientKey, String id, String caller) {
    Instant now = now();
    int erased =
        store.erase(
            patientKey,
            sequences -> event(EntryKind.ERASURE, id, caller, now, Ranges.erased(sequences)),
            now);
    forget(
        erased == 0
            ? "no entry has personal facts of this patient"
            : "personal facts were erased from " + erased + (erased == 1 ? " entry" : " entries"));
    return erased;
  }

  /**
   * Lets entries go that are older than {@code before}, in whole batches from the beginning, and
   * records that. Throws a {@link JournalFault} also where that was done, but somebody who reads
   * keeps them on the disk; the next call sees to it again.
   *
   * @param id of the entry that says so
   * @return the last entry that went; none where none did
   */
  public OptionalLong retain(Instant before, String id, String caller) {
    Instant now = now();
    OptionalLong last =
        store.letGo(
            before, entry -> event(EntryKind.RETENTION, id, caller, now, Ranges.letGo(entry)), now);
    forget(
        last.isEmpty()
            ? "there was nothing to let go"
            : "the entries up to " + last.getAsLong() + " were let go");
    return last;
  }

  private void forget(String done) {
    if (!store.forget()) {
      throw new JournalFault(
          new Problem(
              new Place.JournalEntry(name, 0),
              JournalProblemCode.STILL_IN_FILE.code(),
              done
                  + ", but what was removed may be in the file until those who read it end: run it"
                  + " again then"));
    }
  }

  /** Records what a client told about the cards that it was given. */
  public CompletableFuture<Receipt> noteFeedback(String id, String caller, String said) {
    return record(event(EntryKind.FEEDBACK, id, caller, now(), said));
  }

  private static Draft event(EntryKind kind, String id, String caller, Instant at, String said) {
    return Draft.of(new Statement(kind, id, at, caller, "", "", said, ""));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Writes what waits, and closes. */
  @Override
  public void close() {
    commits.close();
    store.close();
  }
}
