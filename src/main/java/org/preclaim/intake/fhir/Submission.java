package org.preclaim.intake.fhir;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;
import org.preclaim.problem.Problem;

/** What became of a FHIR document on its way in. */
public sealed interface Submission {

  /**
   * Its claim can be decided.
   *
   * @param head what the answer repeats
   * @param items of the claim, in their order
   * @param encounter all that was sent, without direct identifiers
   * @param notices what was left out or odd, the items that are no service lines included
   */
  record Admitted(ClaimHead head, List<ClaimItem> items, Encounter encounter, List<Problem> notices)
      implements Submission {

    /** Copies the lists. */
    public Admitted {
      items = List.copyOf(items);
      notices = List.copyOf(notices);
    }

    /** Whether some item could not be read as a service. */
    public boolean isPartial() {
      return items.stream().anyMatch(ClaimItem::hasUnread);
    }
  }

  /**
   * Its claim is a good one, of a kind that is not decided.
   *
   * @param head what the answer repeats
   * @param problems why not; at least one
   */
  record NotProcessed(ClaimHead head, List<Problem> problems) implements Submission {

    /** Copies the list. */
    public NotProcessed {
      problems = List.copyOf(problems);
    }
  }

  /**
   * It cannot be read; nothing of it was used.
   *
   * @param name the sender's name for the claim, as far as one was found
   * @param problems all that were found
   */
  record Refused(@Nullable String name, List<Problem> problems) implements Submission {

    /** Copies the list. */
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** The same for a reader who knows encounters of any format: notices come first. */
  default List<Admission> admissions() {
    List<Admission> admissions = new ArrayList<>();
    if (this instanceof Admitted admitted) {
      if (!admitted.notices().isEmpty()) {
        admissions.add(new Admission.Noticed(admitted.head().name(), admitted.notices()));
      }
      admissions.add(new Admission.Admitted(admitted.encounter()));
    } else if (this instanceof NotProcessed unprocessed) {
      admissions.add(new Admission.Refused(unprocessed.head().name(), unprocessed.problems()));
    } else if (this instanceof Refused refused) {
      admissions.add(new Admission.Refused(refused.name(), refused.problems()));
    }
    return admissions;
  }
}
