package org.preclaim.desk;

import com.github.f4b6a3.ulid.UlidFactory;
import java.time.Clock;

/**
 * The source of ids for decisions and faults: ULIDs, which sort by the time they were given. Within
 * one millisecond they keep their order too, so that a journal sorted by id is sorted by what
 * happened first. Safe for use by many threads.
 */
public final class Ids {

  private final UlidFactory factory = UlidFactory.newMonotonicInstance();
  private final Clock clock;

  /** Ids that carry the time of {@code clock}. */
  public Ids(Clock clock) {
    this.clock = clock;
  }

  /** An id that was not given before. */
  public String next() {
    return factory.create(clock.millis()).toString();
  }
}
