package org.preclaim.intake.x12;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The segments of one claim that carry facts, as they are gathered. */
final class ClaimDraft {

  final Segment claim;
  final Findings problems;
  final Findings notices;
  final List<Segment> diagnoses = new ArrayList<>();
  final List<Segment> dates = new ArrayList<>();
  final List<LineDraft> lines = new ArrayList<>();
  @Nullable Segment rendering;
  private int segments;
  private boolean full;

  ClaimDraft(Segment claim, X12Limits limits) {
    this.claim = claim;
    this.problems = new Findings(limits.problemsMax());
    this.notices = new Findings(limits.problemsMax());
  }

  /** The segments of one service line that carry facts. */
  static final class LineDraft {
    final Segment number;
    final List<Segment> dates = new ArrayList<>();
    @Nullable Segment service;
    @Nullable Segment rendering;

    LineDraft(Segment number) {
      this.number = number;
    }
  }

  /** Counts a segment in; false where a limit says that no more are kept. */
  boolean admits(Segment segment, X12Limits limits) {
    segments++;
    boolean overLines = segment.tag().equals("LX") && lines.size() >= limits.claimLinesMax();
    if (!full && (segments > limits.claimSegmentsMax() || overLines)) {
      full = true;
      problems.add(
          overLines
              ? segment.problem(
                  X12Code.LIMIT, "the claim has more than %d lines", limits.claimLinesMax())
              : segment.problem(
                  X12Code.LIMIT, "the claim has more than %d segments", limits.claimSegmentsMax()));
    }
    return !full;
  }

  /** Keeps the segment that opened {@code loop}. */
  void opened(Loop loop, Segment segment) {
    if (loop.line()) {
      lines.add(new LineDraft(segment));
    } else if (loop == Loop.RENDERING || loop == Loop.INSTITUTIONAL_RENDERING) {
      rendering = segment;
    } else if (loop == Loop.LINE_RENDERING || loop == Loop.INSTITUTIONAL_LINE_RENDERING) {
      lastLine().rendering = segment;
    }
  }

  /** Keeps a segment inside {@code loop} if it carries facts. */
  void held(Loop loop, Segment segment) {
    if (loop.claim() && segment.tag().equals("HI")) {
      diagnoses.add(segment);
    } else if (loop.claim() && segment.tag().equals("DTP")) {
      dates.add(segment);
    } else if (loop.line() && segment.tag().equals("DTP")) {
      lastLine().dates.add(segment);
    } else if (loop.line() && (segment.tag().equals("SV1") || segment.tag().equals("SV2"))) {
      lastLine().service = segment;
    }
  }

  private LineDraft lastLine() {
    return lines.get(lines.size() - 1);
  }
}
