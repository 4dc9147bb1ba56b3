package org.preclaim.replay;

import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/** What can keep entries from being decided again. Stable; each explained in the docs. */
public enum ReplayProblemCode {
  /** What was asked for makes no sense. */
  REQUEST,
  /** The journal has no decision with this id. */
  NO_DECISION,
  /** The journal has no such release, or not as it was stored. */
  RELEASE_UNKNOWN,
  /** The release was made for another version of the engine. */
  RELEASE_ENGINE,
  /** The release was stored, and cannot be compiled any more. */
  RELEASE_REFUSED,
  /** A reference table of the release is missing or damaged. */
  TABLES_MISSING,
  /** The release refuses the facts. */
  FACTS_REFUSED,
  /** The state file is not one, or of another replay or journal. */
  STATE,
  /** Something is wrong on this side. */
  FAULT;

  /** The code that users see. */
  public String code() {
    return "REPLAY-" + name().replace('_', '-');
  }

  /** What is wrong with {@code subject}. */
  public Problem problem(String subject, String message) {
    return new Problem(new Place.Cell(subject, null, null), code(), message);
  }
}
