package org.preclaim.intake.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Icd10Code;

/** Reads the diagnoses of a claim from its HI segments. */
final class DiagnosisReader {

  /**
   * Principal and further diagnoses; the two-letter ones are ICD-9, which old files still carry.
   */
  private static final Set<String> DIAGNOSES = Set.of("ABK", "ABF", "BK", "BF");

  /**
   * What else the guides let a claim state with HI: known, and no diagnosis that a line is billed
   * for. In a professional claim these are anaesthesia-related procedures and condition codes.
   */
  private static final Set<String> PROFESSIONAL_OTHERS = Set.of("BP", "BO", "BG");

  /**
   * In an institutional claim: admitting diagnosis, reason for the visit, external cause, DRG,
   * inpatient procedures, occurrences and spans, values, conditions, treatment codes.
   */
  private static final Set<String> INSTITUTIONAL_OTHERS =
      Set.of(
          "ABJ", "BJ", "APR", "PR", "ABN", "BN", "DR", "BBR", "BR", "BBQ", "BQ", "BI", "BH", "BE",
          "BG", "TC");

  private final Guide guide;
  private final Findings problems;
  private final Findings notices;
  private final List<Diagnosis> read = new ArrayList<>();
  private int count;

  DiagnosisReader(Guide guide, Findings problems, Findings notices) {
    this.guide = guide;
    this.problems = problems;
    this.notices = notices;
  }

  /** The diagnoses of {@code segments}, numbered in the order in which they stand. */
  List<Diagnosis> read(List<Segment> segments) {
    for (Segment segment : segments) {
      int element = 1;
      while (element <= segment.elements().size()) {
        element += readAt(segment, element);
      }
    }
    return List.copyOf(read);
  }

  /** How many there are, unreadable ones included: lines may point to those as well. */
  int count() {
    return count;
  }

  /** Reads what stands at {@code element}; returns how many elements that took. */
  private int readAt(Segment segment, int element) {
    String qualifier = segment.text(element).strip();
    if (qualifier.isEmpty() || others().contains(qualifier)) {
      return 1;
    }
    if (!DIAGNOSES.contains(qualifier)) {
      problems.add(
          segment.problem(
              X12Code.CODE_UNKNOWN,
              element,
              1,
              "`%s` is not a diagnosis qualifier; expected `ABK` or `ABF`",
              qualifier));
      return 1;
    }
    if (split(segment, element)) {
      // Widespread test generators write qualifier and code as two elements; they are one thing.
      notices.add(
          segment.problem(
              X12Code.HI_SPLIT,
              element,
              "qualifier `%s` and its code are two elements; they are read as one composite",
              qualifier));
      add(segment, element + 1, 1);
      return 2;
    }
    add(segment, element, 2);
    return 1;
  }

  private Set<String> others() {
    return switch (guide) {
      case PROFESSIONAL -> PROFESSIONAL_OTHERS;
      case INSTITUTIONAL -> INSTITUTIONAL_OTHERS;
    };
  }

  private static boolean split(Segment segment, int element) {
    List<String> next = segment.components(element + 1);
    return segment.components(element).size() == 1
        && next.size() == 1
        && !next.get(0).isBlank()
        && !DIAGNOSES.contains(next.get(0));
  }

  private void add(Segment segment, int element, int component) {
    count++;
    if (count == guide.diagnosesMax() + 1) {
      problems.add(
          segment.problem(
              X12Code.LIMIT,
              element,
              "the claim has more than %d diagnoses",
              guide.diagnosesMax()));
    }
    String text = segment.component(element, component);
    try {
      read.add(new Diagnosis(count, Icd10Code.of(text)));
    } catch (IllegalArgumentException noCode) {
      problems.add(
          segment.problem(
              X12Code.DIAGNOSIS,
              element,
              component,
              "`%s` is not a diagnosis code; expected 3 to 8 letters and digits",
              text));
    }
  }
}
