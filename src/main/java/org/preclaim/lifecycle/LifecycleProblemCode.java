package org.preclaim.lifecycle;

import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/** What can keep a release from taking a step. Stable; each explained in the docs. */
public enum LifecycleProblemCode {
  /** What was asked for lacks something, or makes no sense. */
  REQUEST,
  /** The archive is no zip of policies, or too large. */
  ARCHIVE,
  /** There is no release with this id. */
  UNKNOWN,
  /** The caller's roles do not allow the step. */
  ROLE,
  /** Something was changed that is code, and the caller is no engineer. */
  ENGINEER,
  /** The author would approve their own draft. */
  OWN_DRAFT,
  /** The release that the draft was made from does not decide any more. */
  STALE,
  /** The files are a release already. */
  EXISTS,
  /** The release is not in a state that allows the step. */
  STATE,
  /** Another release waits for its time. */
  WAITING,
  /** No release was in force before this one. */
  NOTHING_BEFORE,
  /** Another draft is being verified, or others take steps all the time. */
  BUSY,
  /** The release that the journal puts in force cannot be decided under here. */
  NOT_FOLLOWED;

  /** The code that users see. */
  public String code() {
    return "LIFECYCLE-" + name().replace('_', '-');
  }

  /** What is wrong with {@code subject}. */
  public Problem problem(String subject, String message) {
    return problem(new Place.Cell(subject, null, null), message);
  }

  Problem problem(Place place, String message) {
    return new Problem(place, code(), message);
  }
}
