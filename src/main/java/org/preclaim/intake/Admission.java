package org.preclaim.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Encounter;
import org.preclaim.problem.Problem;
import org.preclaim.problem.Told;

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
   * @param told what was found, in document order
   */
  record Refused(@Nullable String encounterId, Told told) implements Admission {

    /** Refused for these problems alone. */
    public Refused(@Nullable String encounterId, List<Problem> problems) {
      this(encounterId, Told.all(problems));
    }

    /** The problems that are told. */
    public List<Problem> problems() {
      return told.problems();
    }
  }

  /**
   * Something that was odd and was read all the same; it takes no encounter away.
   *
   * @param encounterId the caller's name for the encounter it is about; absent where it is about
   *     the file
   * @param told in document order
   */
  record Noticed(@Nullable String encounterId, Told told) implements Admission {

    /** Odd for these problems alone. */
    public Noticed(@Nullable String encounterId, List<Problem> problems) {
      this(encounterId, Told.all(problems));
    }

    /** The problems that are told. */
    public List<Problem> problems() {
      return told.problems();
    }
  }
}
