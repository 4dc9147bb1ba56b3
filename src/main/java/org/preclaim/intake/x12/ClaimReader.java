package org.preclaim.intake.x12;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.intake.Admission;
import org.preclaim.intake.PatientKeys;
import org.preclaim.intake.x12.ClaimDraft.LineDraft;

/**
 * Turns the gathered segments of one claim into an encounter, or into all that is wrong with it.
 */
final class ClaimReader {

  /** A place of service followed by a separator that is not the header's. */
  private static final Pattern FOREIGN_SEPARATOR =
      Pattern.compile("[0-9]{2}([^A-Za-z0-9 ])[A-Z]?\\1[0-9A-Z]?");

  private static final Pattern LINE_NUMBER = Pattern.compile("[0-9]{1,6}");

  private final Guide guide;
  private final ClaimDraft draft;
  private final LevelFacts facts;
  private final PatientReader patients;
  private @Nullable Character separator;

  private ClaimReader(Guide guide, ClaimDraft draft, LevelFacts facts, PatientKeys keys) {
    this.guide = guide;
    this.draft = draft;
    this.facts = facts;
    this.patients = new PatientReader(facts, keys, draft.problems);
  }

  /** The claim's admission, after whatever was odd about it. */
  static List<Admission> read(Guide guide, ClaimDraft draft, LevelFacts facts, PatientKeys keys) {
    return new ClaimReader(guide, draft, facts, keys).read();
  }

  private List<Admission> read() {
    Encounter encounter = encounter();
    String id = draft.claim.text(1).strip();
    String name = id.isEmpty() ? null : id;
    List<Admission> admissions = new ArrayList<>();
    if (!draft.notices.isEmpty()) {
      admissions.add(new Admission.Noticed(name, draft.notices.told()));
    }
    if (encounter != null && draft.problems.isEmpty()) {
      admissions.add(new Admission.Admitted(encounter));
    } else {
      admissions.add(new Admission.Refused(name, draft.problems.told()));
    }
    return admissions;
  }

  /** The encounter; null where a problem says why there is none. */
  private @Nullable Encounter encounter() {
    Segment claim = withItsSeparator(draft.claim);
    new TypedElements(draft.problems).decimal(claim, 2);
    Setting setting = setting(claim);
    PlaceOfService place = guide == Guide.PROFESSIONAL ? place(claim) : null;
    Patient patient = patients.patient();
    Provider billing =
        ProviderReader.read(
            facts.get(Loop.BILLING_PROVIDER, "NM1"), "billing provider", draft.notices);
    Provider rendering = ProviderReader.read(draft.rendering, "rendering provider", draft.notices);
    DiagnosisReader diagnosisReader = new DiagnosisReader(guide, draft.problems, draft.notices);
    List<Diagnosis> diagnoses =
        diagnosisReader.read(draft.diagnoses.stream().map(this::divided).toList());
    LineReader lineReader =
        switch (guide) {
          case PROFESSIONAL ->
              new ProfessionalLineReader(draft, diagnosisReader.count(), place, rendering);
          case INSTITUTIONAL -> new InstitutionalLineReader(draft, sequences(diagnoses), rendering);
        };
    List<ServiceLine> lines = lines(lineReader);
    if (patient == null || setting == null) {
      return null;
    }
    return new Encounter(
        claim.text(1).strip(),
        setting,
        patients.payer(),
        place,
        patient,
        billing,
        diagnoses,
        lines,
        null,
        null,
        null);
  }

  /**
   * Some senders write a component separator that is not the one in their header; CLM05 is always a
   * composite, so it shows which one they use.
   */
  private Segment withItsSeparator(Segment claim) {
    Matcher foreign = FOREIGN_SEPARATOR.matcher(claim.text(5));
    if (claim.components(5).size() != 1 || !foreign.matches()) {
      return claim;
    }
    char found = foreign.group(1).charAt(0);
    separator = found;
    draft.notices.add(
        claim.problem(
            X12Code.SEPARATOR,
            5,
            "the claim separates components with `%s`, not as its `ISA16` says",
            found));
    return claim.divided(found);
  }

  private @Nullable Setting setting(Segment claim) {
    return switch (guide) {
      case PROFESSIONAL -> Setting.PRACTITIONER;
      case INSTITUTIONAL -> TypeOfBill.setting(claim, draft.problems);
    };
  }

  private static List<Integer> sequences(List<Diagnosis> diagnoses) {
    return diagnoses.stream().map(Diagnosis::sequence).toList();
  }

  private Segment divided(Segment segment) {
    Character found = separator;
    return found == null ? segment : segment.divided(found);
  }

  private @Nullable PlaceOfService place(Segment claim) {
    String text = claim.component(5, 1).strip();
    if (claim.components(5).stream().allMatch(String::isBlank)) {
      // Already told as a missing element.
      return null;
    }
    try {
      return new PlaceOfService(text);
    } catch (IllegalArgumentException noPlace) {
      draft.problems.add(
          claim.problem(
              X12Code.PLACE, 5, 1, "`%s` is not a place of service; expected two digits", text));
      return null;
    }
  }

  private List<ServiceLine> lines(LineReader reader) {
    if (draft.lines.isEmpty()) {
      draft.problems.add(
          draft.claim.problem(X12Code.LINE_MISSING, "the claim has no service line"));
    }
    boolean numbered = numberedApart();
    List<ServiceLine> lines = new ArrayList<>();
    int place = 0;
    for (LineDraft line : draft.lines) {
      place++;
      int number = numbered ? Integer.parseInt(line.number.text(1)) : place;
      ServiceLine read = reader.read(line, number, separator);
      if (read != null) {
        lines.add(read);
      }
    }
    if (lines.isEmpty() && draft.problems.isEmpty()) {
      draft.problems.add(
          draft.claim.problem(
              X12Code.LINE_UNCODED,
              "no line of the claim has a procedure code; there is nothing to check"));
    }
    return lines;
  }

  /** Whether every line has a number of its own; where not, lines are numbered as they stand. */
  private boolean numberedApart() {
    Set<Integer> numbers = new HashSet<>();
    for (LineDraft line : draft.lines) {
      String text = line.number.text(1);
      boolean apart =
          LINE_NUMBER.matcher(text).matches()
              && Integer.parseInt(text) > 0
              && numbers.add(Integer.parseInt(text));
      if (!apart) {
        draft.notices.add(
            line.number.problem(
                X12Code.LINE_NUMBER,
                1,
                "line number `%s` is not the line's own; lines are numbered as they stand",
                text));
        return false;
      }
    }
    return true;
  }
}
