package org.preclaim.desk;

import org.preclaim.decision.Decision;

/** Hears of decisions as they are made; it counts them and keeps nothing. */
@FunctionalInterface
public interface Watcher {

  /**
   * A decision was made. It is not recorded yet, so it may still go unanswered.
   *
   * @param nanos how long the engine took
   */
  void decided(Decision decision, long nanos);
}
