package org.preclaim.replay;

/**
 * How a replay uses its machine. It changes nothing about the report.
 *
 * @param workers how many entries are decided at a time
 * @param page how many entries are read, and noted in the state file, at a time
 */
public record Pace(int workers, int page) {

  private static final int PAGE = 2_000;

  /** All processors. */
  public static Pace ofMachine() {
    return new Pace(Runtime.getRuntime().availableProcessors(), PAGE);
  }
}
