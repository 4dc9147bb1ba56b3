package org.preclaim.intake.fhir;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;
import org.preclaim.problem.Problem;
import org.preclaim.problem.Told;

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
  record Admitted(ClaimHead head, List<ClaimItem> items, Encounter encounter, Told notices)
      implements Submission {

    /** Copies the list. */
    public Admitted {
      items = List.copyOf(items);
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
   * @param told why not; at least one problem
   */
  record NotProcessed(ClaimHead head, Told told) implements Submission {

    /** The problems that are told. */
    public List<Problem> problems() {
      return told.problems();
    }
  }

  /**
   * It cannot be read; nothing of it was used.
   *
   * @param name the sender's name for the claim, as far as one was found
   * @param told what was found
   */
  record Refused(@Nullable String name, Told told) implements Submission {

    /** The problems that are told. */
    public List<Problem> problems() {
      return told.problems();
    }
  }

  /** The same for a reader who knows encounters of any format: notices come first. */
  default List<Admission> admissions() {
    List<Admission> admissions = new ArrayList<>();
    if (this instanceof Admitted admitted) {
      if (!admitted.notices().problems().isEmpty()) {
        admissions.add(new Admission.Noticed(admitted.head().name(), admitted.notices()));
      }
      admissions.add(new Admission.Admitted(admitted.encounter()));
    } else if (this instanceof NotProcessed unprocessed) {
      admissions.add(new Admission.Refused(unprocessed.head().name(), unprocessed.told()));
    } else if (this instanceof Refused refused) {
      admissions.add(new Admission.Refused(refused.name(), refused.told()));
    }
    return admissions;
  }
}
