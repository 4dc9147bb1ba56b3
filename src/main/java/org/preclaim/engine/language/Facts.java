package org.preclaim.engine.language;

import java.util.ArrayList;
import java.util.List;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.PayerProfile;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.engine.budget.Budget;

/**
 * An encounter as the facts that policies match. They are made for one evaluation, in one thread.
 *
 * @param encounter where they come from
 * @param lines one for each service line
 * @param procedures one for each performed procedure
 * @param budget what reading any of them is charged to
 */
public record Facts(
    Encounter encounter, List<BilledLine> lines, List<Performed> procedures, Budget budget) {

  /** The facts of {@code encounter} for a payer with this profile. */
  public static Facts of(Encounter encounter, PayerProfile payer) {
    return of(encounter, payer, new Budget(Budget.FAMILY));
  }

  /** The same, charged to {@code budget}. */
  public static Facts of(Encounter encounter, PayerProfile payer, Budget budget) {
    List<BilledLine> lines = new ArrayList<>(encounter.lines().size());
    for (ServiceLine line : encounter.lines()) {
      lines.add(new BilledLine(encounter, line, payer, budget));
    }
    List<Performed> procedures = new ArrayList<>();
    List<PerformedProcedure> sent = encounter.procedures();
    if (sent != null) {
      for (PerformedProcedure procedure : sent) {
        procedures.add(new Performed(encounter, procedure, payer, budget));
      }
    }
    return new Facts(encounter, List.copyOf(lines), List.copyOf(procedures), budget);
  }
}
