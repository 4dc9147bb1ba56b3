package org.preclaim.encounter;

/**
 * How a payer wants things reported, where payers differ.
 *
 * @param payer the payer's word
 * @param bothSides how a procedure on both sides is reported
 */
public record PayerProfile(String payer, BothSides bothSides) {

  /** How a procedure on both sides is reported. */
  public enum BothSides {
    /** One line with modifier 50 and one unit: Medicare's way. */
    ONE_LINE_WITH_50("50"),
    /** Two lines, one with RT and one with LT. */
    TWO_LINES_RT_LT("RT-LT");

    private final String word;

    BothSides(String word) {
      this.word = word;
    }

    /** The word used in the payer table. */
    public String word() {
      return word;
    }
  }
}
