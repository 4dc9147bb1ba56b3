package org.preclaim.intake.fhir;

/** For which uses a claim is taken in. */
public enum ClaimUse {
  /** Only to tell beforehand: whoever sends a claim to be paid must not think that it will be. */
  PREDETERMINATION,
  /** Whatever it is for: who checks a file knows that nobody pays. */
  ANY
}
