package org.preclaim.handwritten;

import java.util.List;
import java.util.Objects;
import org.preclaim.encounter.Encounter;
import org.preclaim.release.PolicyRelease;

/**
 * The shipped policies in Java: every condition of every table and rule is written out here, and
 * only the values of the rows are read from the workbooks. It finds what the engine finds and
 * writes none of the words.
 */
public final class HandWrittenPolicies {

  private final PolicyRelease release;
  private final LinePolicies lines;
  private final PairPolicies pairs;
  private final BilateralPolicies bilateral;
  private final SelectionPolicies selection;
  private final AddOnPolicies addOns;

  /** With the rows of {@code release}, whose tables must have the columns that are known here. */
  public HandWrittenPolicies(PolicyRelease release) {
    this.release = release;
    this.lines = new LinePolicies(release);
    this.pairs = new PairPolicies(release);
    this.bilateral = new BilateralPolicies(release);
    this.selection = new SelectionPolicies(release);
    this.addOns = new AddOnPolicies(release);
  }

  /** The findings, each once and in order. */
  public List<Found> evaluate(Encounter encounter) {
    String payer = Objects.requireNonNullElse(encounter.payer(), "");
    Case about = new Case(encounter, release.payer(payer).bothSides());
    lines.judge(about);
    pairs.judge(about);
    bilateral.judge(about);
    selection.judge(about);
    addOns.judge(about);
    return about.found();
  }
}
