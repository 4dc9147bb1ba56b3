package org.preclaim.journal.store;

import static org.preclaim.journal.chain.JournalProblemCode.ENTRY_CHANGED;
import static org.preclaim.journal.chain.JournalProblemCode.PERSONAL_CHANGED;
import static org.preclaim.journal.chain.JournalProblemCode.RELEASE_CHANGED;
import static org.preclaim.journal.chain.JournalProblemCode.STEPS_CHANGED;
import static org.preclaim.journal.chain.JournalProblemCode.TABLES_CHANGED;
import static org.preclaim.journal.chain.JournalProblemCode.TERMS_CHANGED;
import static org.preclaim.journal.chain.JournalProblemCode.UNREADABLE;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.Batch;
import org.preclaim.journal.chain.ChainCheck;
import org.preclaim.journal.chain.ChainCheck.Verified;
import org.preclaim.journal.chain.EntryKind;
import org.preclaim.journal.chain.RecordedStep;
import org.preclaim.journal.chain.Root;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.journal.chain.Terms;
import org.preclaim.journal.chain.Walk;
import org.preclaim.release.StoredRelease;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the chain in a database, and checks what stands beside it: terms against entries,
 * releases against their digests and what entries call them, and that nothing else acts on the
 * tables.
 */
final class DatabaseCheck implements Walk {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Database database;
  private final Connection connection;
  private final ChainCheck check;

  /** The names of releases by their ids. */
  private final Map<String, String> releases = new HashMap<>();

  private final SortedMap<Long, RecordedStep> steps = new TreeMap<>();
  private final ResultSet terms;
  private boolean term;
  private @Nullable Verified verified;

  private DatabaseCheck(
      Database database, Connection connection, ChainCheck check, ResultSet terms) {
    this.database = database;
    this.connection = connection;
    this.check = check;
    this.terms = terms;
  }

  /** Reads everything once; throws the first thing that is wrong. */
  static Verified run(Database database, Connection connection, ChainCheck check)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Connections.stream(statement);
      try (ResultSet terms =
          statement.executeQuery("SELECT sequence, term FROM journal_term ORDER BY sequence")) {
        return new DatabaseCheck(database, connection, check, terms).run();
      }
    }
  }

  private Verified run() throws SQLException {
    String damage = database.damage(connection);
    if (damage != null) {
      throw check.fault(0, UNREADABLE, damage);
    }
    String foreign = database.foreign(connection);
    if (foreign != null) {
      throw check.fault(0, TABLES_CHANGED, foreign + " acts on its tables that is not its own");
    }
    releases();
    if (StepRows.areKept(connection)) {
      StepRows.beyond(connection, 0).forEach(step -> steps.put(step.sequence(), step));
    }
    strayPersonalFacts();
    term = terms.next();
    try {
      DatabaseWalk.over(connection, this);
    } catch (IllegalArgumentException notAsWritten) {
      throw check.fault(check.next(), ENTRY_CHANGED, "it or its batch is not as it was written");
    }
    if (term) {
      throw check.fault(terms.getLong(1), TERMS_CHANGED, "there are terms, but no entry");
    }
    if (verified == null) {
      throw check.fault(0, UNREADABLE, "it has no head");
    }
    return verified;
  }

  @Override
  public void entry(StoredEntry stored) {
    check.entry(stored.entry(), stored.personal());
    var said = stored.entry().statement();
    long sequence = stored.entry().sequence();
    if (!foundUnder(sequence).equals(Terms.of(said))) {
      throw check.fault(sequence, TERMS_CHANGED, "it is found under other terms than it should");
    }
    boolean isStep = said.kind() == EntryKind.STEP;
    if (isStep && !new RecordedStep(sequence, said).equals(steps.remove(sequence))) {
      throw check.fault(sequence, STEPS_CHANGED, "the step beside it is not the one it says");
    }
    boolean isDecision = said.kind() == EntryKind.DECISION;
    if ((isStep || isDecision) && !releases.containsKey(said.release())) {
      throw check.fault(sequence, RELEASE_CHANGED, "its release is not in the journal");
    }
    if (isDecision && !releaseName(said.said()).equals(releases.get(said.release()))) {
      throw check.fault(sequence, RELEASE_CHANGED, "its release has another name than it says");
    }
  }

  private static String releaseName(String said) {
    return JSON.readTree(said).at("/release/name").asString();
  }

  private SortedSet<String> foundUnder(long sequence) {
    SortedSet<String> found = new TreeSet<>();
    try {
      while (term && terms.getLong(1) == sequence) {
        found.add(terms.getString(2));
        term = terms.next();
      }
      return found;
    } catch (SQLException failed) {
      throw new Failures(database).unreadable(failed);
    }
  }

  @Override
  public void batch(Batch batch) {
    check.batch(batch);
  }

  @Override
  public void end(Root head) {
    Verified end = check.end(head);
    // The entries of earlier ones were let go.
    steps.headMap(end.letGo() + 1).clear();
    if (!steps.isEmpty()) {
      throw check.fault(
          steps.firstKey(), STEPS_CHANGED, "there is a step of a release, but no entry");
    }
    verified = end;
  }

  private void releases() throws SQLException {
    for (String id : ReleaseRows.ids(connection)) {
      Optional<StoredRelease> release = ReleaseRows.find(connection, id);
      if (release.isEmpty()) {
        throw check.fault(0, RELEASE_CHANGED, "the files of release `" + id + "` were changed");
      }
      releases.put(id, release.get().name());
    }
  }

  /** Personal facts without an entry are those of an entry that was removed. */
  private void strayPersonalFacts() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet stray =
            statement.executeQuery(
                "SELECT MIN(p.sequence) FROM journal_personal p LEFT JOIN journal_entry e"
                    + " ON e.sequence = p.sequence WHERE e.sequence IS NULL")) {
      if (stray.next() && stray.getObject(1) != null) {
        throw check.fault(
            stray.getLong(1), PERSONAL_CHANGED, "there are personal facts, but no entry");
      }
    }
  }
}
