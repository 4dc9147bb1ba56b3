package org.preclaim.desk;

import org.jspecify.annotations.Nullable;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.journal.Journal;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.StoredRelease;

/**
 * What decisions are made under: policies, engine and official tables as one release. When an
 * import changes the tables, or other policies are put in force, the next decision is made under
 * another release, which the journal has before anything is decided under it. Safe for use by many
 * threads.
 */
final class InForce {

  private final ReferenceStore reference;
  private final @Nullable Journal journal;

  /** Replaced whole, so that no decision mixes two. */
  private volatile Moment moment;

  /** Throws {@link JournalFault} where the journal cannot keep the release. */
  InForce(OpenRelease policies, ReferenceStore reference, @Nullable Journal journal) {
    this.reference = reference;
    this.journal = journal;
    this.moment = begin(policies, reference.data());
  }

  /** A set of tables never changes: another one is another object, and nothing is hashed to see. */
  Moment now() {
    Moment seen = moment;
    return isOver(seen) ? next() : seen;
  }

  @SuppressWarnings("ReferenceEquality") // the very set, see above
  private boolean isOver(Moment seen) {
    return seen.tables() != reference.data();
  }

  private synchronized Moment next() {
    if (isOver(moment)) {
      moment = begin(moment.policies(), reference.data());
    }
    return moment;
  }

  /** Puts other policies in force; what began before ends under those of before. */
  synchronized void put(OpenRelease policies) {
    moment = begin(policies, reference.data());
  }

  private Moment begin(OpenRelease policies, ReferenceData tables) {
    StoredRelease release = policies.stored().beside(tables);
    ReleaseRef ref = journal == null ? release.ref() : journal.keep(release);
    return new Moment(policies, tables, ref);
  }
}
