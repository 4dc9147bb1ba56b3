package org.preclaim.reference.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/**
 * What an import found: problems, of which one refuses everything, and notices, which refuse
 * nothing. Of both the first few are kept, the rest counted.
 */
public final class ImportLog {

  private final int most;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> notices = new ArrayList<>();
  private long problemCount;
  private long noticeCount;

  /** An empty log that keeps as many as {@code limits} say. */
  public ImportLog(SourceLimits limits) {
    this.most = limits.problems();
  }

  /** Reports what must be put right before anything is imported. */
  public void problem(Place place, ReferenceProblemCode code, String message) {
    problem(place, code, message, null);
  }

  /** The same, with a way to put it right. */
  public void problem(
      Place place, ReferenceProblemCode code, String message, @Nullable String help) {
    problemCount++;
    if (problems.size() < most) {
      problems.add(new Problem(place, code.code(), message, help));
    }
  }

  /** Reports what was odd, and how it was read. */
  public void notice(Place place, ReferenceProblemCode code, String message) {
    noticeCount++;
    if (notices.size() < most) {
      notices.add(new Problem(place, code.code(), message));
    }
  }

  /** How many problems there were. */
  public long problemCount() {
    return problemCount;
  }

  /** The problems in the order found, and a last one that counts those left out. */
  public List<Problem> problems() {
    return withRest(problems, problemCount, "problems");
  }

  /** The notices in the order found, and a last one that counts those left out. */
  public List<Problem> notices() {
    return withRest(notices, noticeCount, "notices");
  }

  private static List<Problem> withRest(List<Problem> kept, long count, String what) {
    if (count == kept.size()) {
      return List.copyOf(kept);
    }
    List<Problem> all = new ArrayList<>(kept);
    String rest = count - kept.size() + " more " + what + " are not listed";
    Place last = kept.get(kept.size() - 1).place();
    all.add(new Problem(last, ReferenceProblemCode.TOO_MANY_PROBLEMS.code(), rest));
    return List.copyOf(all);
  }
}
