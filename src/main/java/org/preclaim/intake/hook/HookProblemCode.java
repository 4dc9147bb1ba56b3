package org.preclaim.intake.hook;

/** What can be wrong with a call of CDS Hooks. Codes are stable; each is explained in the docs. */
public enum HookProblemCode {
  SYNTAX("the body is not JSON, or larger or deeper than is read"),
  FIELD("a field of the call is missing or of another type"),
  OTHER_HOOK("the call is of another hook than the service is for"),
  NO_CLAIM("the client did not send the claim along"),
  FEEDBACK("what is told about a card is not as CDS Hooks has it");

  private final String meaning;

  HookProblemCode(String meaning) {
    this.meaning = meaning;
  }

  /** The code as it is reported, for instance {@code HOOK-NO-CLAIM}. */
  public String code() {
    return "HOOK-" + name().replace('_', '-');
  }

  /** What the code says, in a few words. */
  public String meaning() {
    return meaning;
  }
}
