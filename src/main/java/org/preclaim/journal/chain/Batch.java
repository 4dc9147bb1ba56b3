package org.preclaim.journal.chain;

import java.util.List;

/**
 * Entries that were written together, sealed. Seals are a chain of their own that outlives the
 * entries: what retention let go is still proven by the seals it left.
 *
 * @param first sequence of its first entry
 * @param last sequence of its last entry
 * @param merkleRoot over the hashes of its entries
 * @param lastHash the hash of its last entry, which the next batch follows
 * @param seal over all of this and the seal before
 */
public record Batch(long first, long last, Hash merkleRoot, Hash lastHash, Hash seal) {

  /** The batch of entries with these hashes that follows {@code previous}. */
  public static Batch after(Root previous, List<Hash> hashes) {
    long first = previous.sequence() + 1;
    long last = previous.sequence() + hashes.size();
    Hash root = MerkleTree.root(hashes);
    Hash lastHash = hashes.get(hashes.size() - 1);
    return new Batch(
        first, last, root, lastHash, seal(previous.seal(), first, last, root, lastHash));
  }

  /** Whether its seal is that of its content, after a batch with the seal {@code previous}. */
  boolean follows(Hash previous) {
    return seal.equals(seal(previous, first, last, merkleRoot, lastHash));
  }

  boolean holds(List<Hash> hashes) {
    return merkleRoot.equals(MerkleTree.root(hashes))
        && lastHash.equals(hashes.get(hashes.size() - 1));
  }

  private static Hash seal(Hash previous, long first, long last, Hash merkleRoot, Hash lastHash) {
    return HashInput.of(HashInput.Kind.SEAL)
        .hash(previous)
        .number(first)
        .number(last)
        .hash(merkleRoot)
        .hash(lastHash)
        .end();
  }

  /** The state of a journal that ends with this batch. */
  public Root root() {
    return new Root(seal, last);
  }
}
