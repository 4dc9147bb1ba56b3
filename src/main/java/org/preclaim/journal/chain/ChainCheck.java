package org.preclaim.journal.chain;

import static org.preclaim.journal.chain.JournalProblemCode.BATCH_CHANGED;
import static org.preclaim.journal.chain.JournalProblemCode.CUT_OFF;
import static org.preclaim.journal.chain.JournalProblemCode.ENTRY_CHANGED;
import static org.preclaim.journal.chain.JournalProblemCode.ENTRY_MISSING;
import static org.preclaim.journal.chain.JournalProblemCode.ENTRY_UNEXPECTED;
import static org.preclaim.journal.chain.JournalProblemCode.PERSONAL_CHANGED;
import static org.preclaim.journal.chain.JournalProblemCode.PERSONAL_MISSING;
import static org.preclaim.journal.chain.JournalProblemCode.ROOT_DIFFERS;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/**
 * Follows a journal from its first entry to its end, whatever it is read from. The reader hands
 * over the entries of each batch and then the batch, and at last the head; the first thing that is
 * wrong ends the check with a {@link JournalFault} that names the entry.
 */
public final class ChainCheck {

  private final String journal;
  private final @Nullable Root noted;
  private boolean notedSeen;

  private Root state = Root.EMPTY;
  private Hash previous = Hash.NONE;
  private final List<Hash> open = new ArrayList<>();
  private long letGo;
  private long letGoRecorded;

  /** Entries that have no personal facts any more, by their distance from the first one here. */
  private final BitSet withheld = new BitSet();

  private long erased;

  /**
   * A check of a journal.
   *
   * @param journal what the user calls it
   * @param noted a root that was noted earlier; absent where there is none
   */
  public ChainCheck(String journal, @Nullable Root noted) {
    this.journal = journal;
    this.noted = noted;
    this.notedSeen = noted == null || noted.equals(Root.EMPTY);
  }

  /** The sequence of the entry that has to come next. */
  public long next() {
    return state.sequence() + open.size() + 1;
  }

  /** Takes the next entry, with its personal facts where they are still there. */
  public void entry(Entry entry, @Nullable SaltedFacts personal) {
    long expected = next();
    if (entry.sequence() > expected) {
      throw fault(expected, ENTRY_MISSING, "it is missing: entry " + entry.sequence() + " is next");
    }
    if (entry.sequence() <= letGo) {
      throw fault(entry.sequence(), ENTRY_UNEXPECTED, "it stands behind its batch");
    }
    if (entry.sequence() < expected) {
      throw fault(expected, ENTRY_UNEXPECTED, "entry " + entry.sequence() + " stands in its place");
    }
    if (!entry.follows(previous)) {
      throw fault(
          expected, ENTRY_CHANGED, "its hash is not that of its content and the entry before");
    }
    personal(entry, personal);
    note(entry);
    previous = entry.hash();
    open.add(entry.hash());
  }

  private void personal(Entry entry, @Nullable SaltedFacts personal) {
    if (personal == null) {
      if (!entry.commitment().equals(Hash.NONE)) {
        withheld.set(distance(entry.sequence()));
      }
    } else if (!personal.commitment().equals(entry.commitment())) {
      throw fault(
          entry.sequence(), PERSONAL_CHANGED, "its personal facts are not those it committed to");
    }
  }

  private void note(Entry entry) {
    switch (entry.statement().kind()) {
      case DECISION, FEEDBACK, STEP -> {}
      case RETENTION -> letGoRecorded = Math.max(letGoRecorded, Ranges.letGo(entry.statement()));
      case ERASURE -> {
        for (Ranges.Range range : Ranges.erased(entry.statement())) {
          if (range.last() > letGo && range.first() <= range.last()) {
            int from = distance(Math.max(range.first(), letGo + 1));
            int to = distance(Math.min(range.last(), entry.sequence())) + 1;
            erased += withheld.get(from, to).cardinality();
            withheld.clear(from, to);
          }
        }
      }
    }
  }

  private int distance(long sequence) {
    return Math.toIntExact(sequence - letGo);
  }

  /** Takes the batch that ends with the entries taken so far, or one whose entries were let go. */
  public void batch(Batch batch) {
    requireInOrder(batch);
    boolean before = open.isEmpty() && letGo == state.sequence();
    if (before) {
      letGo = batch.last();
      previous = batch.lastHash();
    } else if (next() > batch.last() + 1) {
      throw fault(batch.last() + 1, ENTRY_UNEXPECTED, "it stands before the batch of others ends");
    } else if (next() <= batch.last()) {
      throw fault(
          next(), ENTRY_MISSING, "it is missing: its batch ends with entry " + batch.last());
    } else if (!batch.holds(open)) {
      throw fault(batch.first(), BATCH_CHANGED, "its batch has another Merkle root");
    }
    if (!batch.follows(state.seal())) {
      throw fault(batch.first(), BATCH_CHANGED, "the seal of its batch is not that of its content");
    }
    open.clear();
    state = batch.root();
    compareToNoted();
  }

  private void requireInOrder(Batch batch) {
    long first = state.sequence() + 1;
    if (batch.first() < first || batch.first() > next() || batch.last() < batch.first()) {
      throw fault(next(), BATCH_CHANGED, "a batch of other entries stands before it");
    }
    if (batch.first() > first) {
      throw fault(first, BATCH_CHANGED, "its batch is missing");
    }
  }

  private void compareToNoted() {
    if (noted != null && noted.sequence() == state.sequence()) {
      if (!noted.equals(state)) {
        throw fault(
            state.sequence(), ROOT_DIFFERS, "the journal up to here has the root `" + state + "`");
      }
      notedSeen = true;
    }
  }

  /** Takes the head, behind which there must be nothing; what the check came to. */
  public Verified end(Root head) {
    if (!open.isEmpty()) {
      throw fault(state.sequence() + 1, ENTRY_UNEXPECTED, "it belongs to no batch");
    }
    if (!head.equals(state)) {
      throw fault(
          state.sequence() + 1,
          CUT_OFF,
          "the journal ends before it, but its head is `" + head + "`");
    }
    if (!notedSeen && noted != null) {
      throw fault(
          Math.min(noted.sequence(), state.sequence() + 1),
          noted.sequence() > state.sequence() ? CUT_OFF : ROOT_DIFFERS,
          "the root that was noted, `" + noted + "`, is not in this journal");
    }
    if (letGo != letGoRecorded) {
      throw fault(Math.min(letGo, letGoRecorded) + 1, ENTRY_MISSING, "no retention let it go");
    }
    if (!withheld.isEmpty()) {
      throw fault(
          letGo + withheld.nextSetBit(0),
          PERSONAL_MISSING,
          "its personal facts are gone, and no erasure took them");
    }
    return new Verified(state, letGo, erased);
  }

  /** A fault of the entry {@code sequence}. */
  public JournalFault fault(long sequence, JournalProblemCode code, String message) {
    return new JournalFault(
        new Problem(new Place.JournalEntry(journal, sequence), code.code(), message));
  }

  /**
   * A journal in which nothing was changed, removed, reordered or cut off.
   *
   * @param root its state
   * @param letGo how many of its entries retention let go
   * @param erased how many of the others had their personal facts erased
   */
  public record Verified(Root root, long letGo, long erased) {

    /** How many entries were followed one by one. */
    public long entries() {
      return root.sequence() - letGo;
    }
  }
}
