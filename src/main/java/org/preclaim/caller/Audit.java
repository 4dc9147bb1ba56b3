package org.preclaim.caller;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of administrative acts, {@code preclaim.audit}: a line for each, with who did what to
 * what and how it ended. It gets names and words only, never a secret and nothing of a patient.
 */
public final class Audit {

  private static final Logger LOG = LoggerFactory.getLogger("preclaim.audit");

  private Audit() {}

  /**
   * Writes a line.
   *
   * @param caller who did it
   * @param act what was done, for instance {@code callers.add}
   * @param object what it was done to; no space in it
   * @param outcome how it ended, for instance {@code done}, or the status of an HTTP answer
   */
  public static void act(Caller caller, String act, String object, Object outcome) {
    LOG.info("act={} by={} on={} outcome={}", act, caller.name(), object, outcome);
  }
}
