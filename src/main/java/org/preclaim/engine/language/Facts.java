package org.preclaim.engine.language;

import java.util.ArrayList;
import java.util.List;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.PayerProfile;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.ServiceLine;

/**
 * An encounter as the facts that policies match.
 *
 * @param encounter where they come from
 * @param lines one for each service line
 * @param procedures one for each performed procedure
 */
public record Facts(Encounter encounter, List<BilledLine> lines, List<Performed> procedures) {

  /** The facts of {@code encounter} for a payer with this profile. */
  public static Facts of(Encounter encounter, PayerProfile payer) {
    List<BilledLine> lines = new ArrayList<>(encounter.lines().size());
    for (ServiceLine line : encounter.lines()) {
      lines.add(new BilledLine(encounter, line, payer));
    }
    List<Performed> procedures = new ArrayList<>();
    List<PerformedProcedure> sent = encounter.procedures();
    if (sent != null) {
      for (PerformedProcedure procedure : sent) {
        procedures.add(new Performed(encounter, procedure, payer));
      }
    }
    return new Facts(encounter, List.copyOf(lines), List.copyOf(procedures));
  }
}
