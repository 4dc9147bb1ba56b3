package org.preclaim.engine.language;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.PayerProfile;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.engine.budget.Budget;

/**
 * A performed procedure together with the encounter it stands in. Where something was not sent its
 * word is empty, so that a condition on it does not hold.
 */
public final class Performed {

  private final Budget budget;
  private final Encounter encounter;
  private final PerformedProcedure procedure;
  private final PayerProfile payerProfile;

  Performed(
      Encounter encounter, PerformedProcedure procedure, PayerProfile payerProfile, Budget budget) {
    this.budget = budget;
    this.encounter = encounter;
    this.procedure = procedure;
    this.payerProfile = payerProfile;
  }

  /** What was done. */
  public String kind() {
    budget.charge();
    return procedure.kind();
  }

  /** {@code existing}, {@code new}, or empty. */
  public String access() {
    budget.charge();
    return Objects.requireNonNullElse(procedure.access(), "");
  }

  /** The way in, or empty. */
  public String approach() {
    budget.charge();
    return Objects.requireNonNullElse(procedure.approach(), "");
  }

  /** What was done to the tissue. */
  public List<String> interventions() {
    budget.charge();
    return procedure.interventions();
  }

  /** How a contrast study was made. */
  public List<String> techniques() {
    budget.charge();
    return procedure.techniques();
  }

  /** Whether imaging guidance was used. */
  public boolean guided() {
    budget.charge();
    return !procedure.guidance().isEmpty();
  }

  /** {@code left}, {@code right}, {@code bilateral} or empty. */
  public String side() {
    budget.charge();
    return Objects.requireNonNullElse(procedure.laterality(), "");
  }

  /** The (first) day on which it was done; picks the rows in effect. */
  public LocalDate serviceDate() {
    budget.charge();
    return procedure.dates().from();
  }

  /** The payer's word, or empty. */
  public String payer() {
    budget.charge();
    return Objects.requireNonNullElse(encounter.payer(), "");
  }

  /** How this payer wants both sides reported: {@code 50} or {@code RT-LT}. */
  public String bothSides() {
    budget.charge();
    return payerProfile.bothSides().word();
  }

  /** Whether a line reports {@code code} on the same day. */
  public boolean alsoReported(String code) {
    budget.charge();
    return encounter.lines().stream()
        .anyMatch(
            line -> line.code().value().equals(code) && line.dates().overlap(procedure.dates()));
  }

  /**
   * Whether the work named was done beside this: a line reports the code {@code codeOrKind}, or
   * another procedure of that kind was performed, on the same day and not on the opposite side.
   */
  public boolean beside(String codeOrKind) {
    budget.charge();
    return reportedBeside(codeOrKind) || performedBeside(codeOrKind);
  }

  private boolean reportedBeside(String code) {
    return encounter.lines().stream()
        .anyMatch(
            line ->
                line.code().value().equals(code)
                    && line.dates().overlap(procedure.dates())
                    && Side.ofLine(line).meets(statedSide()));
  }

  @SuppressWarnings("ReferenceEquality") // Two equal procedures are still two pieces of work.
  private boolean performedBeside(String kind) {
    return Objects.requireNonNullElse(encounter.procedures(), List.<PerformedProcedure>of())
        .stream()
        .anyMatch(
            other ->
                other != procedure
                    && other.kind().equals(kind)
                    && other.dates().overlap(procedure.dates())
                    && Side.ofWord(Objects.requireNonNullElse(other.laterality(), ""))
                        .meets(statedSide()));
  }

  /** Whether {@code line} can stand for this work: same day, not the opposite side. */
  public boolean mayBe(BilledLine line) {
    budget.charge();
    return procedure.dates().overlap(line.line().dates()) && line.statedSide().meets(statedSide());
  }

  boolean sameDay(Performed other) {
    return procedure.dates().overlap(other.procedure.dates());
  }

  Side statedSide() {
    return Side.ofWord(side());
  }

  /** For instance {@code nephrostogram left on 2026-03-03}. */
  @Override
  public String toString() {
    return kind() + (side().isEmpty() ? "" : " " + side()) + " on " + serviceDate();
  }
}
