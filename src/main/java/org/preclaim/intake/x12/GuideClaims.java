package org.preclaim.intake.x12;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.preclaim.intake.Admission;
import org.preclaim.intake.PatientKeys;
import org.preclaim.intake.x12.Loop.Level;
import org.preclaim.problem.Problem;

/**
 * Gathers the claims of one 837. A problem refuses the claims whose facts it may have changed: one
 * in a claim that claim, one in a level above all claims of that level; one in the header none.
 */
final class GuideClaims implements TransactionReader, LoopEvents {

  /** How much of what a claim before was told of their level each claim is told again. */
  private static final int REPEATED_MAX = 3;

  private final Guide guide;
  private final Segment start;
  private final PatientKeys keys;
  private final X12Limits limits;
  private final Consumer<Admission> sink;
  private final LoopTracker tracker;
  private final LevelFacts facts = new LevelFacts();
  private final Map<Level, Findings> broken = new EnumMap<>(Level.class);
  private final Set<Level> told = EnumSet.noneOf(Level.class);
  private final HierarchyNumbers hierarchy = new HierarchyNumbers();
  private @Nullable ClaimDraft draft;
  private boolean claims;
  private @Nullable Problem cutOff;

  GuideClaims(
      Guide guide, Segment start, PatientKeys keys, X12Limits limits, Consumer<Admission> sink) {
    this.guide = guide;
    this.start = start;
    this.keys = keys;
    this.limits = limits;
    this.sink = sink;
    this.tracker = new LoopTracker(guide, start, this);
  }

  @Override
  public void read(Segment segment) {
    tracker.accept(segment);
  }

  @Override
  public void damaged(Problem problem, int further) {
    // It may have been the HL of another patient: no claim is safe until the next one.
    Level level = tracker.hierarchyLevel();
    if (level == Level.HEADER) {
      sink.accept(new Admission.Refused(null, Findings.of(problem, further)));
    } else {
      brokenAt(level).add(problem, further);
    }
  }

  @Override
  public void end(@Nullable Problem endedEarly) {
    cutOff = endedEarly;
    tracker.end();
    if (!claims) {
      broken(
          Level.HEADER,
          start.problem(X12Code.LOOP_MISSING, "the transaction set holds no claim that is placed"));
    }
  }

  @Override
  public void opened(Loop loop, Segment segment) {
    if (loop.claim()) {
      draft = new ClaimDraft(segment, limits);
      claims = true;
    }
    if (segment.tag().equals("HL")) {
      hierarchy.check(segment).ifPresent(problem -> odd(loop.level(), problem));
    }
    ClaimDraft open = draft;
    if (open == null) {
      facts.keep(loop, segment);
    } else if (open.admits(segment, limits)) {
      open.opened(loop, segment);
    }
    checkElements(loop, segment);
  }

  @Override
  public void held(Loop loop, Segment segment) {
    ClaimDraft open = draft;
    if (open == null) {
      facts.keep(loop, segment);
    } else if (open.admits(segment, limits)) {
      open.held(loop, segment);
    }
    checkElements(loop, segment);
  }

  private void checkElements(Loop loop, Segment segment) {
    for (Problem problem : RequiredElements.problems(segment)) {
      broken(loop.level(), problem);
    }
  }

  @Override
  public void closed(Loop loop) {
    ClaimDraft open = draft;
    if (loop.claim() && open != null) {
      draft = null;
      finish(open);
    }
    if (loop.opener().tag().equals("HL")) {
      flush(loop.level());
      facts.forget(loop.level());
    }
  }

  @Override
  public void broken(Level level, Problem problem) {
    ClaimDraft open = draft;
    if (level == Level.CLAIM && open != null) {
      open.problems.add(problem);
    } else if (level == Level.HEADER || level == Level.CLAIM) {
      sink.accept(new Admission.Refused(null, List.of(problem)));
    } else {
      brokenAt(level).add(problem);
    }
  }

  private Findings brokenAt(Level level) {
    return broken.computeIfAbsent(level, key -> new Findings(limits.problemsMax()));
  }

  @Override
  public void odd(Level level, Problem problem) {
    ClaimDraft open = draft;
    if (level == Level.CLAIM && open != null) {
      open.notices.add(problem);
    } else {
      sink.accept(new Admission.Noticed(null, List.of(problem)));
    }
  }

  private void finish(ClaimDraft claim) {
    broken.forEach(
        (level, findings) ->
            claim.problems.addAll(findings, told.add(level) ? limits.problemsMax() : REPEATED_MAX));
    Problem early = cutOff;
    if (early != null) {
      // Its last lines may be what is missing.
      claim.problems.add(early);
    }
    ClaimReader.read(guide, claim, facts, keys).forEach(sink);
  }

  /** Tells the problems of a level that had no claim to tell them with. */
  private void flush(Level level) {
    Findings findings = broken.remove(level);
    boolean alreadyTold = told.remove(level);
    if (findings != null && !alreadyTold) {
      sink.accept(new Admission.Refused(null, findings.told()));
    }
  }
}
