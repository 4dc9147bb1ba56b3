package org.preclaim.journal.chain;

/**
 * A step in the life of a release as the journal has it. It stays when retention lets its entry go.
 *
 * @param sequence of its entry
 * @param statement what the entry says; of the kind {@link EntryKind#STEP}
 */
public record RecordedStep(long sequence, Statement statement) {}
