package org.preclaim.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preclaim.answer.DecisionJson;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.answer.x12.Acknowledgment;
import org.preclaim.caller.Caller;
import org.preclaim.decision.Decision;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;
import org.preclaim.intake.PatientKeys;
import org.preclaim.intake.fhir.ClaimUse;
import org.preclaim.intake.fhir.Submission;
import org.preclaim.intake.json.EncounterLines;
import org.preclaim.intake.x12.X12Envelope;
import org.preclaim.intake.x12.X12Intake;
import org.preclaim.intake.x12.X12Limits;
import org.preclaim.journal.Backlog;
import org.preclaim.journal.Journal;
import org.preclaim.journal.JournalReader;
import org.preclaim.journal.chain.Draft;
import org.preclaim.journal.chain.Hash;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.PersonalFacts.Request;
import org.preclaim.journal.chain.SaltedFacts;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.Sender;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.lifecycle.FolderRule;
import org.preclaim.lifecycle.LifeCycle;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;

/**
 * Where encounters are admitted and decided under one release, whichever door they came through.
 * Safe for use by many threads.
 */
public final class Desk implements AutoCloseable {

  private static final int SALT_BYTES = 32;

  private final Supplier<Moment> moment;
  private final ReferenceStore reference;
  private final Path dataFolder;
  private final Clock clock;
  private final Ids ids;
  private final SecureRandom salts;
  private final @Nullable Journal journal;
  private final @Nullable OnceOnly onceOnly;
  private final @Nullable Releases releases;
  private final DeskThreads threads;
  private volatile Watcher watcher = (decision, nanos) -> {};

  /**
   * A desk that decides under {@code policies} and records nothing.
   *
   * @param reference the official tables; with those that are there when a decision begins, the
   *     policies are the release that it is made under
   * @param dataFolder where the patient key lives
   * @param clock tells when a decision was made
   */
  public Desk(OpenRelease policies, ReferenceStore reference, Path dataFolder, Clock clock) {
    this(policies, reference, dataFolder, clock, null);
  }

  /**
   * A desk that records each decision in {@code journal} before anybody is told, and each release
   * before anything is decided under it.
   *
   * @throws JournalFault where the journal cannot keep the release
   */
  public Desk(
      OpenRelease policies,
      ReferenceStore reference,
      Path dataFolder,
      Clock clock,
      @Nullable Journal journal) {
    this(new InForce(policies, reference, journal), reference, dataFolder, clock, journal, null);
  }

  private Desk(
      InForce inForce,
      ReferenceStore reference,
      Path dataFolder,
      Clock clock,
      @Nullable Journal journal,
      @Nullable Releases releases) {
    this.moment = inForce::now;
    this.reference = reference;
    this.dataFolder = dataFolder;
    this.clock = clock;
    this.ids = new Ids(clock);
    this.journal = journal;
    this.onceOnly = journal == null ? null : new OnceOnly(journal);
    this.releases = releases;
    this.salts = new SecureRandom();
    this.threads = new DeskThreads();
  }

  private Desk(Desk desk, Moment pinned) {
    this.moment = () -> pinned;
    this.reference = desk.reference;
    this.dataFolder = desk.dataFolder;
    this.clock = desk.clock;
    this.ids = desk.ids;
    this.journal = desk.journal;
    this.onceOnly = desk.onceOnly;
    this.releases = desk.releases;
    this.salts = desk.salts;
    this.threads = desk.threads;
    this.watcher = desk.watcher;
  }

  /**
   * A desk that records each decision in {@code journal}, under the release that the journal's
   * steps put in force, now and from then on.
   *
   * @param folder the policies of the working folder
   * @param rule whether they are put in force
   * @param told what keeps this service from following the journal; told once for each reason
   * @throws JournalFault where the journal cannot be read, or not keep the release
   * @throws ProblemsException with everything that keeps the release from being decided under
   */
  public static Desk following(
      OpenRelease folder,
      FolderRule rule,
      ReferenceStore reference,
      Path dataFolder,
      Clock clock,
      Journal journal,
      Consumer<Problem> told)
      throws ProblemsException {
    LifeCycle lifeCycle = new LifeCycle(journal, reference::data, clock, new Ids(clock)::next);
    Releases releases = Releases.open(lifeCycle, folder, rule, reference, journal, told);
    return new Desk(releases.inForce(), reference, dataFolder, clock, journal, releases);
  }

  /**
   * This desk under what is in force now: whatever is admitted and decided at it belongs to one
   * release, also when another one is put in force meanwhile. Nobody needs to close it.
   */
  public Desk pinned() {
    return new Desk(this, moment.get());
  }

  /** The policies in force. */
  public OpenRelease policies() {
    return moment.get().policies();
  }

  /**
   * Names the release in force: policies, engine and official tables.
   *
   * @throws JournalFault where the tables are others than before and the journal cannot keep that
   */
  public ReleaseRef release() {
    return moment.get().ref();
  }

  /** The lives of the releases; none where this desk decides under what it was given. */
  public Optional<Releases> releases() {
    return Optional.ofNullable(releases);
  }

  /** What was decided and is not recorded yet. */
  public Backlog backlog() {
    return journal == null ? Backlog.NONE : journal.backlog();
  }

  /** Tells {@code watcher} of each decision from now on, in place of another one. */
  public void tell(Watcher watcher) {
    this.watcher = watcher;
  }

  /** The official tables. */
  public ReferenceStore reference() {
    return reference;
  }

  /** Admits the one encounter of a JSON document. */
  public Admission admitJson(InputStream in, String name) {
    return moment.get().json().read(in, name);
  }

  /** Admits the encounters of an input with a JSON document on each line. */
  public EncounterLines admitLines(InputStream in, String name) {
    return moment.get().json().readLines(in, name);
  }

  /**
   * Admits the claims of an X12 file.
   *
   * @throws IOException with a message for the user, where there is no usable patient key
   */
  public Admissions admitClaims(InputStream in) throws IOException {
    return admitClaims(in, envelope -> {});
  }

  /**
   * Admits the claims of an X12 file, and tells {@code log} what stands around them.
   *
   * @throws IOException with a message for the user, where there is no usable patient key
   */
  public Admissions admitClaims(InputStream in, Consumer<X12Envelope> log) throws IOException {
    return X12Intake.open(in, new PatientKeys(PatientKey.in(dataFolder)), X12Limits.DEFAULT, log);
  }

  /**
   * Answers the sender of an X12 file; nothing of it is decided.
   *
   * @throws IOException with a message for the user, where there is no usable patient key
   */
  public void acknowledge(InputStream in, Acknowledgment answer) throws IOException {
    try (Admissions claims = admitClaims(in, answer::envelope)) {
      claims.forEachRemaining(answer::admission);
    }
    answer.end();
  }

  /**
   * Admits the claim of a FHIR document.
   *
   * @param name what the sender calls the input
   * @throws IOException with a message for the user, where there is no usable patient key
   */
  public Submission admitFhir(byte[] body, String name, ClaimUse taken) throws IOException {
    return moment.get().fhir().read(body, name, new PatientKeys(PatientKey.in(dataFolder)), taken);
  }

  /** The time, as decisions carry it. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** An id that was not given before, for a decision or for what went wrong instead. */
  public String nextId() {
    return ids.next();
  }

  /**
   * Decides for the one user of this machine, and returns once the decision is recorded.
   *
   * @throws JournalFault where it cannot be recorded
   */
  public IssuedDecision decide(Encounter encounter, Door door) {
    return decide(encounter, door.by(Caller.LOCAL));
  }

  /**
   * Decides, and returns once the decision is recorded.
   *
   * @throws JournalFault where it cannot be recorded
   */
  public IssuedDecision decide(Encounter encounter, Sender sender) {
    return submit(encounter, sender).await();
  }

  /** Decides for the one user of this machine, and leaves it open when to wait for the journal. */
  public PendingDecision submit(Encounter encounter, Door door) {
    return submit(encounter, door.by(Caller.LOCAL));
  }

  /** Decides, and leaves it open when to wait for the journal. */
  public PendingDecision submit(Encounter encounter, Sender sender) {
    return PendingDecision.of(encounter, recorded(encounter, sender));
  }

  /**
   * Decides on one of the desk's threads, of which there are as many as processors. Whoever sends
   * many keeps what it gets in order, and waits for the first before it sends more than it can
   * hold.
   */
  public PendingDecision enqueue(Encounter encounter, Sender sender) {
    return PendingDecision.of(encounter, threads.run(() -> recorded(encounter, sender)));
  }

  /**
   * Decides as {@link #enqueue} does, once for each {@code key}: where the journal has a decision
   * under it already, that one is the answer and nothing is recorded.
   *
   * @return gives the answer's line of JSON once it is recorded; throws {@link JournalFault} where
   *     it cannot be
   */
  public Supplier<String> enqueueOnce(String key, Encounter encounter, Sender sender, Trace trace) {
    CompletableFuture<String> line = threads.run(() -> recordedOnce(key, encounter, sender, trace));
    return () -> PendingDecision.await(line);
  }

  private CompletableFuture<String> recordedOnce(
      String key, Encounter encounter, Sender sender, Trace trace) {
    IssuedDecision issued = issue(encounter);
    if (journal == null) {
      return CompletableFuture.completedFuture(DecisionJson.line(issued, trace));
    }
    Hash salt = salt();
    Request request =
        new Request(key, SaltedFacts.digest(salt, key.getBytes(StandardCharsets.UTF_8)));
    return journal
        .record(Draft.of(encounter, issued, sender, salt, request))
        .thenApply(receipt -> receipt.stored().answer(trace));
  }

  private CompletableFuture<IssuedDecision> recorded(Encounter encounter, Sender sender) {
    IssuedDecision issued = issue(encounter);
    return journal == null
        ? CompletableFuture.completedFuture(issued)
        : journal
            .record(Draft.of(encounter, issued, sender, salt(), null))
            .thenApply(receipt -> issued);
  }

  /**
   * Decides a request with an idempotency key, unless it was decided before.
   *
   * @param key the caller's text; the same of another caller is another key
   * @param body what makes two requests the same
   * @param admitted gives the encounter where it is needed; what it throws ends the request
   * @throws JournalFault where the journal cannot be asked, or the decision not be recorded
   */
  public KeyedAnswer decideOnce(
      String key, byte[] body, Supplier<Encounter> admitted, Sender sender) {
    return onceOnly == null
        ? new KeyedAnswer.Decided(decide(admitted.get(), sender))
        : onceOnly.decide(this, key, body, admitted, sender);
  }

  /**
   * Records what a client told about the cards that it was given, and returns once it is.
   *
   * @throws JournalFault where it cannot be recorded
   */
  public void noteFeedback(String said, Sender sender) {
    if (journal != null) {
      PendingDecision.await(journal.noteFeedback(ids.next(), sender.text(), said));
    }
  }

  /** The decision of this id, where the journal has it. */
  public Optional<StoredEntry> find(String decisionId) {
    return journal == null
        ? Optional.empty()
        : journal.find(decisionId).filter(StoredEntry::isDecision);
  }

  /** One page of the decisions that the journal has. */
  public List<StoredEntry> search(Search search) {
    return journal == null ? List.of() : journal.search(search);
  }

  /** The journal, for reading; none where nothing is recorded. Nobody needs to close it. */
  public Optional<JournalReader> journal() {
    return Optional.ofNullable(journal).map(Journal::reader);
  }

  /** Decides, and gives the decision its id and time. */
  IssuedDecision issue(Encounter encounter) {
    long start = System.nanoTime();
    Decision decision = moment.get().decide(encounter);
    watcher.decided(decision, System.nanoTime() - start);
    return new IssuedDecision(ids.next(), now(), decision);
  }

  Hash salt() {
    byte[] salt = new byte[SALT_BYTES];
    salts.nextBytes(salt);
    return Hash.of(salt);
  }

  /** Writes what waits for the journal, and closes it. */
  @Override
  public void close() {
    threads.close();
    if (releases != null) {
      releases.close();
    }
    if (journal != null) {
      journal.close();
    }
  }
}
