package org.preclaim.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.preclaim.analysis.Analysis;
import org.preclaim.analysis.RowFinding;
import org.preclaim.caller.Caller;
import org.preclaim.caller.Role;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.Verification;
import org.preclaim.engine.VerificationReport;
import org.preclaim.lifecycle.LifecycleRefusal.Reason;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.ReferenceData;
import org.preclaim.release.LockedFile;
import org.preclaim.release.NotChecked;
import org.preclaim.release.OfficialLint;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.PolicyRelease;
import org.preclaim.release.ReleaseDigest;
import org.preclaim.release.StoredRelease;

/**
 * A draft looked at beside the release that it was made from.
 *
 * @param draft read and linted
 * @param code what it changes that is code
 */
record Inspection(PolicyRelease draft, List<Problem> code) {

  /** Reads both; throws everything that is wrong with the draft's files. */
  static Inspection of(StoredRelease draft, StoredRelease base) throws LifecycleRefusal {
    PolicyRelease read;
    try {
      read = PolicyFolder.read(draft);
    } catch (ProblemsException refused) {
      throw new LifecycleRefusal(Reason.UNUSABLE, refused.problems());
    }
    return new Inspection(read, code(base, read));
  }

  private static List<Problem> code(StoredRelease base, PolicyRelease draft) {
    try {
      return CodeChanges.between(PolicyFolder.read(base), draft);
    } catch (ProblemsException ofAnotherVersion) {
      // What was fine once and is refused now cannot be compared cell by cell.
      List<Problem> all = new ArrayList<>();
      for (LockedFile file : draft.files()) {
        all.add(LifecycleProblemCode.ENGINEER.problem(file.path(), "its base cannot be read"));
      }
      return all;
    }
  }

  /**
   * Compiles the draft and runs its scenarios, unless it is more than {@code caller} may change:
   * then not even that; what came of it, in words.
   *
   * @param reference the official files in which its codes are looked up
   */
  String verdict(Caller caller, ReferenceData reference) throws LifecycleRefusal {
    if (!code.isEmpty() && !caller.may(Role.ENGINEER)) {
      throw new LifecycleRefusal(Reason.FORBIDDEN, code);
    }
    VerificationReport report = Verification.verify(draft);
    OfficialLint.Answer official = Verification.official(draft, reference);
    List<Problem> problems = new ArrayList<>(report.problems());
    problems.addAll(official.problems());
    if (problems.isEmpty()) {
      problems.addAll(notMeant());
    }
    if (!problems.isEmpty()) {
      throw new LifecycleRefusal(Reason.UNUSABLE, problems);
    }
    int scenarios = report.families().stream().mapToInt(family -> family.scenarios()).sum();
    return report.families().size()
        + " families compile and "
        + scenarios
        + " scenarios are decided as they promise, by "
        + ReleaseDigest.ENGINE
        + notChecked(official)
        + (code.isEmpty() ? "" : "; code was changed: " + places());
  }

  /** The official files that would have been asked, had they been imported. */
  private static String notChecked(OfficialLint.Answer official) {
    return official.notChecked().isEmpty()
        ? ""
        : official.notChecked().stream()
            .map(NotChecked::check)
            .collect(Collectors.joining(", ", "; codes not checked: ", ""));
  }

  /** Rows that never fire or contradict each other, as {@code policies verify} refuses them. */
  private List<Problem> notMeant() throws LifecycleRefusal {
    try {
      return Analysis.of(CompiledRelease.compile(draft)).stream()
          .filter(finding -> finding.code().stops())
          .map(RowFinding::problem)
          .toList();
    } catch (ProblemsException refused) {
      throw new LifecycleRefusal(Reason.UNUSABLE, refused.problems());
    }
  }

  private String places() {
    List<String> places = code.stream().map(each -> each.place().toString()).limit(10).toList();
    int more = code.size() - places.size();
    return String.join(", ", places) + (more == 0 ? "" : " and " + more + " more");
  }
}
