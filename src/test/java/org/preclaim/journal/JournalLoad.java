package org.preclaim.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.preclaim.decision.Decision;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.decision.Outcome;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.Encounter;
import org.preclaim.fixtures.JournalDrafts;
import org.preclaim.fixtures.RandomEncounters;
import org.preclaim.journal.chain.Draft;
import org.preclaim.journal.chain.Hash;
import org.preclaim.journal.chain.Sender;
import org.preclaim.release.StoredRelease;

/**
 * A process of its own that records decisions for 16 clients until it is killed. It prints the id
 * of each once it is recorded, which is when a client would have got its answer.
 */
final class JournalLoad {

  private static final int CLIENTS = 16;
  private static final int SALT_BYTES = 32;

  private JournalLoad() {}

  /** Takes the journal's address and a word that makes ids of this run unlike those of others. */
  public static void main(String[] arguments) {
    StoredRelease stored = JournalDrafts.release();
    Journal journal = Journal.open(arguments[0], Clock.systemUTC());
    ReleaseRef release = journal.keep(stored);
    for (int client = 0; client < CLIENTS; client++) {
      String name = arguments[1] + "-" + client + "-";
      Random random = new Random(name.hashCode());
      new Thread(() -> record(journal, release, name, random)).start();
    }
  }

  private static void record(Journal journal, ReleaseRef release, String name, Random random) {
    RandomEncounters encounters = new RandomEncounters(random.nextLong());
    byte[] salt = new byte[SALT_BYTES];
    for (int number = 0; ; number++) {
      Encounter encounter = encounters.next();
      Decision decision =
          new Decision(
              encounter.id(),
              release,
              new TreeMap<>(),
              Outcome.CLEAN,
              List.of(),
              List.of(),
              List.of(),
              List.of());
      IssuedDecision issued = new IssuedDecision(name + number, Instant.EPOCH, decision);
      random.nextBytes(salt);
      journal
          .record(Draft.of(encounter, issued, new Sender("load", null), Hash.of(salt), null))
          .join();
      System.out.println(issued.decisionId());
    }
  }
}
