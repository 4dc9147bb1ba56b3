package org.preclaim.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Answers that are told in the order in which they were begun. Whoever adds one waits where too
 * many are under way, so that memory does not grow with the input.
 */
final class InOrder {

  /** Work for every processor, and for the journal to share its durable writes. */
  private static final int OPEN_MAX = 256;

  private final Deque<Runnable> open = new ArrayDeque<>();

  /** Adds what tells an answer; it may have to wait for it. */
  void add(Runnable telling) {
    open.add(telling);
    if (open.size() >= OPEN_MAX) {
      open.remove().run();
    }
  }

  /** Tells all that is under way. */
  void finish() {
    for (Runnable next = open.poll(); next != null; next = open.poll()) {
      next.run();
    }
  }
}
