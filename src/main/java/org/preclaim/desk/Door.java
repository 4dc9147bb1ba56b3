package org.preclaim.desk;

import org.preclaim.caller.Caller;
import org.preclaim.journal.chain.Sender;

/** Through which door an encounter came; the journal says so of each decision. */
public enum Door {
  HTTP("http"),
  HTTP_BATCH("http-batch"),
  FHIR("fhir"),
  HOOK("cds-hook"),
  CHECK("check"),
  JOURNAL("journal");

  private final String word;

  Door(String word) {
    this.word = word;
  }

  /** Somebody who came through it. */
  public Sender by(Caller caller) {
    return new Sender(word, caller.isLocal() ? null : caller.name());
  }

  /** The word in the journal. */
  public String word() {
    return word;
  }
}
