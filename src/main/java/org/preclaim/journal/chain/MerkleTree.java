package org.preclaim.journal.chain;

import java.util.List;

/** The Merkle tree over the entries of a batch, as RFC 6962 (2.1) builds it. */
final class MerkleTree {

  private MerkleTree() {}

  /** The root over these leaves' hashes; {@link Hash#NONE} where there are none. */
  static Hash root(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return Hash.NONE;
    }
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int left = Integer.highestOneBit(leaves.size() - 1);
    return HashInput.of(HashInput.Kind.NODE)
        .hash(root(leaves.subList(0, left)))
        .hash(root(leaves.subList(left, leaves.size())))
        .end();
  }
}
