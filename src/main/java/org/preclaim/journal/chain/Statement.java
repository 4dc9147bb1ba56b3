package org.preclaim.journal.chain;

import java.time.Instant;

/**
 * What an entry says, without anything that identifies a patient. Of another kind than a decision,
 * {@code said} tells what was done, and release, facts and trace are empty.
 *
 * @param kind what it records
 * @param id the decision's id, or the event's
 * @param at when it was decided or done, whole milliseconds
 * @param caller who sent it through which door, see {@link Sender}
 * @param release the release id; it pins engine version and reference tables
 * @param facts canonical JSON of the encounter without its personal facts
 * @param said canonical JSON of the decision without ids, time and trace
 * @param trace canonical JSON of the trace
 */
public record Statement(
    EntryKind kind,
    String id,
    Instant at,
    String caller,
    String release,
    String facts,
    String said,
    String trace) {}
