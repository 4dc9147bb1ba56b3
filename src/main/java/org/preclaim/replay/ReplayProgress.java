package org.preclaim.replay;

/** Is told how far a replay is. */
@FunctionalInterface
public interface ReplayProgress {

  /** So many entries are in the report, of so many. */
  void done(long entries, long of);
}
