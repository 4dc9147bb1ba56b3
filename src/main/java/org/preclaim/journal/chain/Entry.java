package org.preclaim.journal.chain;

import java.time.Instant;

/**
 * One entry of the journal as it stands there.
 *
 * @param sequence from 1, without gaps
 * @param recordedAt when it was written, whole milliseconds
 * @param statement what it says
 * @param commitment to the personal facts; {@link Hash#NONE} where it never had any
 * @param hash over all of this and the hash of the entry before
 */
public record Entry(
    long sequence, Instant recordedAt, Statement statement, Hash commitment, Hash hash) {

  /** The entry that follows one of the hash {@code previous}. */
  public static Entry after(
      Hash previous, long sequence, Instant recordedAt, Statement statement, Hash commitment) {
    Hash hash = hash(previous, sequence, recordedAt, statement, commitment);
    return new Entry(sequence, recordedAt, statement, commitment, hash);
  }

  /** Whether its hash is that of its content, after an entry of the hash {@code previous}. */
  public boolean follows(Hash previous) {
    return hash.equals(hash(previous, sequence, recordedAt, statement, commitment));
  }

  private static Hash hash(
      Hash previous, long sequence, Instant recordedAt, Statement said, Hash commitment) {
    return HashInput.of(HashInput.Kind.ENTRY)
        .hash(previous)
        .number(sequence)
        .number(recordedAt.toEpochMilli())
        .text(said.kind().word())
        .text(said.id())
        .number(said.at().toEpochMilli())
        .text(said.caller())
        .text(said.release())
        .text(said.facts())
        .text(said.said())
        .text(said.trace())
        .hash(commitment)
        .end();
  }
}
