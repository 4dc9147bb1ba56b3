package org.preclaim.answer;

import org.preclaim.decision.Decision;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;

/**
 * The report that a biller reads: for each encounter what is wrong, why, what to do and what it
 * would cost; at the end a summary. About 100 columns wide, every part ends with a line break.
 */
public final class DecisionText {

  /** Whether severities and headings are coloured by ANSI escapes. */
  public enum Colour {
    NONE,
    ANSI
  }

  private final Colour colour;

  /** A report in this colour. */
  public DecisionText(Colour colour) {
    this.colour = colour;
  }

  /** The part about one encounter. */
  public String encounter(Encounter encounter, Decision decision) {
    return encounter.id() + " " + decision.outcome().word() + " " + colour + "\n";
  }

  /** The part about input that could not be read. */
  public String refused(Admission.Refused refused) {
    return refused.problems() + "\n";
  }

  /** The end of the report. */
  public String summary(DecisionTally tally) {
    return tally.encounters() + "\n";
  }
}
