package org.preclaim.intake.x12;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.Sex;
import org.preclaim.intake.PatientKeys;

/** Reads who was treated and by whom the patient is insured; identifiers become a pseudonym. */
final class PatientReader {

  private final LevelFacts facts;
  private final PatientKeys keys;
  private final Findings problems;

  PatientReader(LevelFacts facts, PatientKeys keys, Findings problems) {
    this.facts = facts;
    this.keys = keys;
    this.problems = problems;
  }

  /** The patient; null where a problem says why there is none. */
  @Nullable Patient patient() {
    Segment subscriber = facts.get(Loop.SUBSCRIBER, "NM1");
    Loop treated = facts.dependent() ? Loop.PATIENT : Loop.SUBSCRIBER;
    Segment person = facts.get(treated, "NM1");
    if (subscriber == null || person == null) {
      return null;
    }
    String member = subscriber.text(9).strip();
    if (member.isEmpty()) {
      // Without it two people of one name and birth date would be one patient.
      problems.add(
          subscriber.problem(X12Code.ELEMENT_MISSING, 9, "the subscriber's `NM109` is required"));
    }
    Segment demographics = facts.get(treated, "DMG");
    LocalDate birthDate = birthDate(demographics);
    return new Patient(pseudonym(member, birthDate, person), birthDate, sex(demographics));
  }

  private String pseudonym(String member, @Nullable LocalDate birthDate, Segment person) {
    return keys.ofMember(payerId(), member, birthDate, person.text(4));
  }

  private @Nullable LocalDate birthDate(@Nullable Segment demographics) {
    if (demographics == null || demographics.text(2).isBlank()) {
      return null;
    }
    LocalDate day =
        demographics.text(1).equals("D8") ? TypedElements.day(demographics.text(2)) : null;
    if (day == null) {
      // The date itself is the patient's and is not shown.
      problems.add(
          demographics.problem(
              X12Code.DATE, 2, "the birth date is no day; expected `D8` and `CCYYMMDD`"));
    }
    return day;
  }

  private Sex sex(@Nullable Segment demographics) {
    String code = demographics == null ? "" : demographics.text(3);
    if (demographics != null && !List.of("", "F", "M", "U").contains(code)) {
      problems.add(
          demographics.problem(
              X12Code.CODE_UNKNOWN, 3, "`%s` is not a sex; expected `F`, `M` or `U`", code));
    }
    return code.equals("F") ? Sex.FEMALE : code.equals("M") ? Sex.MALE : Sex.UNKNOWN;
  }

  /** The word for the payer that the payer profiles use; its id where no profile covers a kind. */
  @Nullable String payer() {
    Segment coverage = facts.get(Loop.SUBSCRIBER_LEVEL, "SBR");
    String filing = coverage == null ? "" : coverage.text(9).strip();
    if (filing.equals("MA") || filing.equals("MB")) {
      return "medicare";
    }
    if (filing.equals("MC")) {
      return "medicaid";
    }
    return payerId().isEmpty() ? null : payerId();
  }

  private String payerId() {
    Segment payer = facts.get(Loop.PAYER, "NM1");
    return payer == null ? "" : payer.text(9).strip();
  }
}
