package org.preclaim.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Encounter;
import org.preclaim.problem.Problem;

/** What became of one encounter on its way in. */
public sealed interface Admission {

  /**
   * It can be decided.
   *
   * @param encounter all that was sent, without direct identifiers
   */
  record Admitted(Encounter encounter) implements Admission {}

  /**
   * It cannot be read; nothing of it was used.
   *
   * @param encounterId the caller's name for it; absent where the problem is the file's, not one
   *     encounter's
   * @param problems all that were found, in document order
   */
  record Refused(@Nullable String encounterId, List<Problem> problems) implements Admission {

    /** Copies the list. */
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Something that was odd and was read all the same; it takes no encounter away.
   *
   * @param encounterId the caller's name for the encounter it is about; absent where it is about
   *     the file
   * @param problems in document order
   */
  record Noticed(@Nullable String encounterId, List<Problem> problems) implements Admission {

    /** Copies the list. */
    public Noticed {
      problems = List.copyOf(problems);
    }
  }
}
