package org.preclaim.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.intake.Admission;
import org.preclaim.intake.x12.Findings;
import org.preclaim.intake.x12.X12Limits;
import org.preclaim.problem.Problem;
import org.preclaim.web.refusal.Refusal;

/**
 * The one claim of a file that should hold exactly one. Damage to the file itself is told first:
 * how many claims it holds is not known then.
 */
final class SoleClaim {

  private final Findings fileProblems = new Findings(X12Limits.DEFAULT.problemsMax());
  private final Findings notices = new Findings(X12Limits.DEFAULT.problemsMax());
  private @Nullable Admission first;
  private long claims;

  /** Takes in the file's next admission. */
  void see(Admission admission) {
    if (admission instanceof Admission.Refused refused && refused.encounterId() == null) {
      fileProblems.add(refused.told());
      return;
    }
    if (admission instanceof Admission.Noticed noticed) {
      notices.add(noticed.told());
      return;
    }
    claims++;
    first = first == null ? admission : first;
  }

  /** What was odd about the file and its claim and was read all the same. */
  List<Problem> notices() {
    return notices.told().problems();
  }

  /** The claim, admitted or refused; throws {@link Refusal} where there is none or another. */
  Admission admission() {
    if (!fileProblems.isEmpty()) {
      return new Admission.Refused(null, fileProblems.told());
    }
    if (first == null || claims != 1) {
      throw new Refusal(CallProblems.notOneClaim(claims));
    }
    return first;
  }
}
