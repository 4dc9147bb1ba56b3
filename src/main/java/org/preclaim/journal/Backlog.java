package org.preclaim.journal;

import java.time.Duration;

/**
 * What a journal was handed and has not written yet.
 *
 * @param waiting how many drafts
 * @param oldest how long the first of them has waited
 */
public record Backlog(int waiting, Duration oldest) {

  /** Nothing waits. */
  public static final Backlog NONE = new Backlog(0, Duration.ZERO);
}
