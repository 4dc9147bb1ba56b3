package org.preclaim.intake.x12;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.intake.x12.Loop.Level;
import org.preclaim.intake.x12.Loop.Rule;
import org.preclaim.problem.Problem;

/** Says which loop each segment of an 837 belongs to, and what is wrong with the structure. */
final class LoopTracker {

  /** A defect in one of these can change the facts; in any other it cannot. */
  private static final Set<String> FACTS =
      Set.of("HL", "SBR", "PAT", "NM1", "DMG", "CLM", "HI", "LX", "SV1", "SV2", "DTP");

  /** What follows an NM1; after one that nobody knows they belong to nobody. */
  private static final Set<String> FOLLOWERS = Set.of("N2", "N3", "N4", "REF", "PER", "PRV", "DMG");

  private final Guide guide;
  private final GuideLoops loops;
  private final LoopEvents events;
  private final List<Open> stack = new ArrayList<>();

  /** Set by an HL that cannot be placed: whose the segments up to the next HL are is unknown. */
  private boolean lost;

  private boolean afterUnknownName;

  /** A tracker through a transaction set of {@code guide}; it stands at {@code start}, the ST. */
  LoopTracker(Guide guide, Segment start, LoopEvents events) {
    this.guide = guide;
    this.loops = GuideLoops.of(guide);
    this.events = events;
    stack.add(new Open(Loop.HEADER, start));
  }

  private static final class Open {
    private final Loop loop;
    private final Segment opener;
    private final int[] counts;
    private final Map<Loop, Integer> inside = new EnumMap<>(Loop.class);
    private final Set<Loop> reported = EnumSet.noneOf(Loop.class);
    private int lastRank = -1;
    private boolean segmentsChecked;
    private @Nullable Loop lastInside;

    Open(Loop loop, Segment opener) {
      this.loop = loop;
      this.opener = opener;
      this.counts = new int[loop.rules().size()];
    }
  }

  /** Places the next segment. */
  void accept(Segment segment) {
    boolean level = segment.tag().equals("HL");
    if (lost && !level) {
      reportLost(segment);
      return;
    }
    lost = false;
    if (afterUnknownName && FOLLOWERS.contains(segment.tag())) {
      return;
    }
    afterUnknownName = false;
    if (!placed(segment)) {
      unplaced(segment);
    }
  }

  /** Ends all loops. */
  void end() {
    closeDownTo(0);
    close(stack.get(0));
  }

  /** The level of the innermost open HL: who has to answer for a segment that cannot be read. */
  Level hierarchyLevel() {
    for (int depth = stack.size() - 1; depth > 0; depth--) {
      Level level = stack.get(depth).loop.level();
      if (level != Level.CLAIM) {
        return level;
      }
    }
    return Level.HEADER;
  }

  private boolean placed(Segment segment) {
    // Only HL and CLM lead out of a claim or a level; a stray segment must not end one in silence.
    boolean leaves = segment.tag().equals("HL") || segment.tag().equals("CLM");
    Level level = top().loop.level();
    for (int depth = stack.size() - 1; depth >= 0; depth--) {
      Open open = stack.get(depth);
      if (!leaves && open.loop.level() != level) {
        return false;
      }
      Optional<Rule> rule = open.loop.ruleFor(segment);
      Optional<Loop> opened = loops.openedBy(segment, open.loop);
      if (rule.isPresent() || opened.isPresent()) {
        closeDownTo(depth);
        rule.ifPresent(found -> hold(open, found, segment.in(open.loop)));
        opened.ifPresent(found -> open(open, found, segment.in(found)));
        return true;
      }
    }
    return false;
  }

  private void hold(Open open, Rule rule, Segment segment) {
    boolean late = rule.rank() < open.lastRank || open.lastInside != null;
    if (late) {
      // What comes late may be the rest of a loop whose opening was lost, so whose it is is unsure.
      events.broken(
          open.loop.level(),
          segment.problem(
              X12Code.SEGMENT_ORDER,
              "`%s` should stand earlier in loop %s",
              segment.tag(),
              open.loop.id()));
    }
    open.lastRank = Math.max(open.lastRank, rule.rank());
    open.counts[rule.rank()]++;
    if (open.counts[rule.rank()] == 2 && !rule.repeats()) {
      report(
          open.loop.level(),
          segment.tag(),
          segment,
          X12Code.SEGMENT_REPEATED,
          "`%s` may stand once in loop %s",
          segment.tag(),
          open.loop.id());
    }
    events.held(open.loop, segment);
  }

  private void open(Open outer, Loop loop, Segment segment) {
    if (outer.loop.level() != Level.CLAIM) {
      // The claims below must know what is missing above them before they are read.
      reportMissingSegments(outer);
    }
    reportMissing(outer, loop);
    checkPlaceAmongSiblings(outer, loop, segment);
    outer.lastInside = loop;
    stack.add(new Open(loop, segment));
    events.opened(loop, segment);
  }

  private void checkPlaceAmongSiblings(Open outer, Loop loop, Segment segment) {
    int times = outer.inside.merge(loop, 1, Integer::sum);
    if (times == loop.repeatsMax() + 1) {
      events.broken(
          loop.level(),
          segment.problem(
              X12Code.LOOP_REPEATED,
              "loop %s may stand %s in loop %s",
              loop.id(),
              loop.repeatsMax() == 1 ? "once" : loop.repeatsMax() + " times",
              outer.loop.id()));
    }
    // A subscriber's own claims come before his dependants, so levels have no order among claims.
    boolean level = segment.tag().equals("HL");
    Loop before = outer.lastInside;
    if (!level && before != null && loop.compareTo(before) < 0) {
      reportLate(loop, before, segment);
    }
  }

  private void reportLate(Loop loop, Loop before, Segment segment) {
    Problem problem =
        segment.problem(
            X12Code.LOOP_ORDER, "loop %s should stand before loop %s", loop.id(), before.id());
    if (loop.otherCoverage()) {
      // After the lines it may be the next subscriber's, whose HL was lost: so may the claims then.
      events.broken(hierarchyLevel(), problem);
    } else {
      events.odd(loop.level(), problem);
    }
  }

  /** Reports the required loops that should have come before {@code next}; all where it is null. */
  private void reportMissing(Open outer, @Nullable Loop next) {
    for (Loop loop : loops.inside(outer.loop)) {
      boolean due = next == null || loop.compareTo(next) < 0;
      if (loop.required() && due && !outer.inside.containsKey(loop) && outer.reported.add(loop)) {
        events.broken(
            outer.loop.level(),
            outer.opener.problem(
                X12Code.LOOP_MISSING,
                "loop %s (`%s`) is missing in loop %s",
                loop.id(),
                shown(loop.opener()),
                outer.loop.id()));
      }
    }
  }

  private static String shown(Rule rule) {
    return rule.qualifiers().isEmpty()
        ? rule.tag()
        : rule.tag() + "*" + rule.qualifiers().stream().sorted().findFirst().orElseThrow();
  }

  private void closeDownTo(int depth) {
    while (stack.size() > depth + 1) {
      close(stack.get(stack.size() - 1));
      stack.remove(stack.size() - 1);
    }
  }

  private void close(Open open) {
    reportMissingSegments(open);
    reportMissing(open, null);
    events.closed(open.loop);
  }

  private void reportMissingSegments(Open open) {
    if (open.segmentsChecked) {
      return;
    }
    open.segmentsChecked = true;
    for (Rule rule : open.loop.rules()) {
      if (rule.required() && open.counts[rule.rank()] == 0) {
        report(
            open.loop.level(),
            rule.tag(),
            open.opener,
            X12Code.SEGMENT_MISSING,
            "loop %s has no `%s` segment",
            open.loop.id(),
            rule.tag());
      }
    }
  }

  private void report(
      Level level, String tag, Segment at, X12Code code, String words, Object... named) {
    Problem problem = at.problem(code, words, named);
    if (FACTS.contains(tag)) {
      events.broken(level, problem);
    } else {
      events.odd(level, problem);
    }
  }

  private void unplaced(Segment stray) {
    if (stray.tag().equals("HL")) {
      lose(stray);
      return;
    }
    Segment segment = stray.in(top().loop);
    afterUnknownName = segment.tag().equals("NM1");
    String loop = top().loop.id();
    if (!loops.knows(segment.tag())) {
      events.broken(
          hierarchyLevel(),
          segment.problem(
              X12Code.SEGMENT_UNKNOWN,
              "`%s` is not a segment of %s claim",
              segment.tag(),
              guide.words()));
    } else if (afterUnknownName && !knownName(segment)) {
      events.broken(
          top().loop.level(),
          segment.problem(
              X12Code.CODE_UNKNOWN,
              1,
              "`%s` does not say whose name this is; nothing of it is used",
              segment.text(1)));
    } else {
      report(
          levelOfHome(segment),
          segment.tag(),
          segment,
          X12Code.SEGMENT_MISPLACED,
          "`%s` cannot stand in loop %s%s",
          segment.tag(),
          loop,
          segment.tag().matches("SV[12]") ? "; expected `LX`" : "");
    }
  }

  private boolean knownName(Segment segment) {
    for (Loop loop : loops.all()) {
      if (loop.opener().matches(segment)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The level whose loop the segment would open were it in its place: a billing provider among
   * claims may mean that an HL was lost, and then no claim up to the next one is safe.
   */
  private Level levelOfHome(Segment segment) {
    for (int depth = stack.size() - 1; depth > 0; depth--) {
      if (loops.openedBy(segment, stack.get(depth).loop).isPresent()) {
        return stack.get(depth).loop.level();
      }
    }
    return aboveClaims(segment) ? hierarchyLevel() : top().loop.level();
  }

  private boolean aboveClaims(Segment segment) {
    for (Loop loop : loops.all()) {
      if (loop.level() != Level.CLAIM
          && (loop.opener().matches(segment) || loop.ruleFor(segment).isPresent())) {
        return true;
      }
    }
    return false;
  }

  private void lose(Segment segment) {
    String code = Loop.qualifier(segment);
    boolean known = Set.of("20", "22", "23").contains(code);
    String words =
        known
            ? "level `%s` cannot stand here; nothing is read up to the next HL"
            : "`%s` is not a level; expected `20`, `22` or `23`; nothing is read up to the next HL";
    X12Code problem = known ? X12Code.SEGMENT_MISPLACED : X12Code.CODE_UNKNOWN;
    closeDownTo(0);
    events.broken(Level.HEADER, segment.problem(problem, 3, words, code));
    lost = true;
  }

  private void reportLost(Segment segment) {
    if (segment.tag().equals("CLM")) {
      events.broken(
          Level.HEADER,
          segment.problem(
              X12Code.SEGMENT_MISPLACED,
              "claim `%s` stands under a level that cannot be placed",
              segment.text(1)));
    }
  }

  private Open top() {
    return stack.get(stack.size() - 1);
  }
}
