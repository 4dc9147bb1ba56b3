package org.preclaim.reference.store;

import java.util.List;
import org.preclaim.problem.Problem;
import org.preclaim.reference.Vintage;

/**
 * What an import did: everything, or nothing where there is a problem.
 *
 * @param releases what the files hold, by dataset and effective date; empty where there is a
 *     problem
 * @param problems what kept the import from happening
 * @param notices what was odd, and how it was read
 */
public record ImportReport(List<Release> releases, List<Problem> problems, List<Problem> notices) {

  /** What became of a release. */
  public enum Change {
    ADDED("added"),
    REPLACED("replaced"),
    UNCHANGED("unchanged");

    private final String word;

    Change(String word) {
      this.word = word;
    }

    /** The word for people and programs. */
    public String word() {
      return word;
    }
  }

  /** A release that the files hold. */
  public record Release(Vintage vintage, Change change) {}

  /** Copies the lists. */
  public ImportReport {
    releases = List.copyOf(releases);
    problems = List.copyOf(problems);
    notices = List.copyOf(notices);
  }
}
