package org.preclaim.replay;

import java.util.List;
import org.preclaim.encounter.Money;

/**
 * A suggestion or warning of a decision, as far as two decisions are compared.
 *
 * @param policy who says so
 * @param subject what it is about: two findings of one policy with one subject are the same one,
 *     told alike or not
 * @param told canonical JSON of what is told, without where the policy stands in its file
 * @param charge at risk; zero where nothing is
 * @param linesAtRisk lines that would not be paid; empty for one that denies nothing
 */
record Finding(
    String policy, String subject, String told, Money charge, List<Integer> linesAtRisk) {

  /** Whether {@code other} is the same one, told alike or not. */
  boolean isAbout(Finding other) {
    return policy.equals(other.policy) && subject.equals(other.subject);
  }

  boolean isToldLike(Finding other) {
    return isAbout(other) && told.equals(other.told);
  }
}
