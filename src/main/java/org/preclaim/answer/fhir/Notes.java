package org.preclaim.answer.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.ClaimResponse.NoteComponent;
import org.hl7.fhir.r4.model.Enumerations.NoteType;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.preclaim.decision.PolicyRef;
import org.preclaim.problem.Problem;

/** The numbered notes of a ClaimResponse: what is said in words, and who says so. */
final class Notes {

  private final ClaimResponse response;
  private final String release;

  /** Notes of {@code response}, under the release of this name. */
  Notes(ClaimResponse response, String release) {
    this.response = response;
    this.release = release;
  }

  /** Adds what a policy says; returns the note's number. */
  int add(String message, PolicyRef policy) {
    return add(message + " (policy " + policy.id() + ", release " + release + ")");
  }

  /** Adds what was left out of the claim, or odd about it. */
  void addAll(List<Problem> notices) {
    notices.forEach(each -> add(each.place() + ": " + each.code() + " " + each.message()));
  }

  /** Adds a text; returns the note's number. */
  int add(String text) {
    int number = response.getProcessNote().size() + 1;
    NoteComponent note = response.addProcessNote();
    note.setNumber(number);
    note.setType(NoteType.DISPLAY);
    note.setText(text);
    return number;
  }

  /** Lists the number {@code note}, once. */
  static void list(List<PositiveIntType> numbers, int note) {
    boolean there = numbers.stream().anyMatch(each -> each.getValue() == note);
    if (!there) {
      numbers.add(new PositiveIntType(note));
    }
  }
}
