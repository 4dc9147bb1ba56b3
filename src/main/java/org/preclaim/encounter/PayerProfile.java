package org.preclaim.encounter;

import java.util.Map;
import java.util.Set;

/**
 * How a payer wants things reported, and which policy families speak for it, where payers differ.
 *
 * @param payer the payer's word
 * @param bothSides how a procedure on both sides is reported
 * @param notChecked families that this payer does not follow
 * @param required families without whose official files an encounter is incomplete
 * @param severities by family: how severe its denials and risks are with this payer, {@code deny},
 *     {@code risk} or {@code info}
 */
public record PayerProfile(
    String payer,
    BothSides bothSides,
    Set<String> notChecked,
    Set<String> required,
    Map<String, String> severities) {

  /** Copies the collections. */
  public PayerProfile {
    notChecked = Set.copyOf(notChecked);
    required = Set.copyOf(required);
    severities = Map.copyOf(severities);
  }

  /** A payer that follows every family as it stands. */
  public PayerProfile(String payer, BothSides bothSides) {
    this(payer, bothSides, Set.of(), Set.of(), Map.of());
  }

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
