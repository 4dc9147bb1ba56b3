package org.preclaim.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Money;

/**
 * A reason for which a payer would deny or question lines of the encounter.
 *
 * @param kind for instance {@code add-on-without-primary}
 * @param lines the lines at risk first, then the lines they conflict with
 * @param linesAtRisk those of {@code lines} that would not be paid
 * @param codes the codes of these lines, each once, in the same order
 * @param severity how sure the denial is
 * @param message the reason in plain words
 * @param expect what the remittance typically says; absent where nothing is denied
 * @param chargeAtRisk charges of the lines at risk; absent where no charge was sent
 * @param remedies what to do, the first choice first
 * @param policy who says so
 */
public record DenialWarning(
    String kind,
    List<Integer> lines,
    List<Integer> linesAtRisk,
    List<String> codes,
    Severity severity,
    String message,
    @Nullable Remittance expect,
    @Nullable Money chargeAtRisk,
    List<String> remedies,
    PolicyRef policy) {

  /** How sure the denial is. */
  public enum Severity {
    /** A payer's mechanical edit. */
    DENY("deny"),
    /** Policy or documentation: a person at the payer decides. */
    RISK("risk"),
    INFO("info");

    private final String word;

    Severity(String word) {
      this.word = word;
    }

    /** The word used on the wire and in tables. */
    public String word() {
      return word;
    }
  }

  /**
   * Typical codes of a remittance advice; payers differ.
   *
   * @param group claim adjustment group code
   * @param carc claim adjustment reason code
   * @param rarc remittance advice remark codes
   */
  public record Remittance(String group, String carc, List<String> rarc) {}
}
