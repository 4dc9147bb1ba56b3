package org.preclaim.intake.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.preclaim.problem.Problem;

/** The elements that every segment of a kind must fill, whichever loop it stands in. */
final class RequiredElements {

  private static final Map<String, int[]> BY_TAG =
      Map.of(
          "NM1", new int[] {1, 2},
          "SBR", new int[] {1},
          "DMG", new int[] {1, 2},
          "CLM", new int[] {1, 2, 5},
          "HI", new int[] {1},
          "LX", new int[] {1},
          "SV1", new int[] {1, 2, 3, 4, 7},
          "SV2", new int[] {1, 3, 4, 5},
          "DTP", new int[] {1, 2, 3});

  /** Days and times; where the facts need a day, the times are refused there. */
  private static final Set<String> DATE_FORMATS = Set.of("D8", "RD8", "DT", "TM");

  private RequiredElements() {}

  /** What is missing in {@code segment}, what no claim can say, what stands more than once. */
  static List<Problem> problems(Segment segment) {
    List<Problem> problems = new ArrayList<>();
    for (int element : BY_TAG.getOrDefault(segment.tag(), new int[0])) {
      if (segment.components(element).stream().allMatch(String::isBlank)) {
        problems.add(
            segment.problem(
                X12Code.ELEMENT_MISSING, element, "`%s%02d` is required", segment.tag(), element));
      }
    }
    if (segment.tag().equals("DTP")
        && !segment.text(2).isBlank()
        && !DATE_FORMATS.contains(segment.text(2))) {
      problems.add(
          segment.problem(
              X12Code.CODE_UNKNOWN,
              2,
              "`%s` is not a date format; expected `D8` or `RD8`",
              segment.text(2)));
    }
    // Race codes are the one thing that an 837 lets a sender repeat inside a segment.
    if (segment.repeatedElement() > 0 && !segment.tag().equals("DMG")) {
      problems.add(
          segment.problem(
              X12Code.ELEMENT_REPEATED,
              segment.repeatedElement(),
              "the element may stand once in `%s`",
              segment.tag()));
    }
    return problems;
  }
}
