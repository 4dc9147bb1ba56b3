package org.preclaim.desk;

import org.jspecify.annotations.Nullable;
import org.preclaim.decision.Decision;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.Encounter;
import org.preclaim.journal.Journal;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.StoredRelease;

/**
 * What decisions are made under: policies, engine and official tables as one release. When an
 * import changes the tables, the next decision is made under another release, which the journal has
 * before anything is decided under it. Safe for use by many threads.
 */
final class InForce {

  private final OpenRelease policies;
  private final ReferenceStore reference;
  private final @Nullable Journal journal;
  private volatile Moment moment;

  /** The release and its tables; replaced whole, so that no decision mixes two. */
  private record Moment(ReleaseRef ref, ReferenceData tables) {}

  /** Throws {@link JournalFault} where the journal cannot keep the release. */
  InForce(OpenRelease policies, ReferenceStore reference, @Nullable Journal journal) {
    this.policies = policies;
    this.reference = reference;
    this.journal = journal;
    this.moment = begin(reference.data());
  }

  /** Decides under what is in force now. */
  Decision decide(Encounter encounter) {
    Moment now = now();
    return policies.engine().decide(encounter, now.tables(), now.ref());
  }

  /** Names what is in force now. */
  ReleaseRef ref() {
    return now().ref();
  }

  /** A set of tables never changes: another one is another object, and nothing is hashed to see. */
  private Moment now() {
    Moment seen = moment;
    return isOver(seen) ? next() : seen;
  }

  @SuppressWarnings("ReferenceEquality") // the very set, see above
  private boolean isOver(Moment seen) {
    return seen.tables() != reference.data();
  }

  private synchronized Moment next() {
    if (isOver(moment)) {
      moment = begin(reference.data());
    }
    return moment;
  }

  private Moment begin(ReferenceData tables) {
    StoredRelease release = policies.stored().beside(tables);
    if (journal != null) {
      journal.keep(release);
    }
    return new Moment(release.ref(), tables);
  }
}
