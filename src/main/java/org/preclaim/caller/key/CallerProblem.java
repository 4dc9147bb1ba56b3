package org.preclaim.caller.key;

/** What can be wrong with what somebody asks for about callers. */
public enum CallerProblem {
  /** A name that is not a caller's. */
  NAME,
  /** A name that was given before. */
  EXISTS,
  /** Nobody has this name. */
  UNKNOWN,
  /** A key would hold no more when it is made. */
  EXPIRED,
  /** A word that is no role, or none at all. */
  ROLE,
  /** The service can be reached by others, and nobody could prove who they are. */
  UNPROVEN,
  /** A setting that cannot be used. */
  SETTING;

  /** The code that users see. */
  public String code() {
    return "CALLERS-" + name();
  }
}
