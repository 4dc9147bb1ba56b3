package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/** A cut never goes unsaid. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CutFilesTest {

  private static final List<String> VALID =
      List.of(
          "twelve-diagnoses.x12",
          "dependent-with-other-coverage.x12",
          "newline-terminators.x12",
          "other-separators.x12",
          "institutional.x12");

  @TestFactory
  Stream<DynamicTest> validFile_cutAtEachByte_isNeverReadInSilence() {
    return VALID.stream()
        .map(name -> dynamicTest(name, () -> cutAtEachByte(Admitting.resource(name))));
  }

  private static void cutAtEachByte(byte[] whole) {
    // Only blanks and the terminator of the very last segment can be cut off without a loss.
    String text = Admitting.textOf(whole);
    char terminator = text.charAt(text.indexOf("ISA") + 105);
    List<Encounter> encounters = Admitting.encounters(Admitting.all(whole));
    for (int length = 0; length < whole.length; length++) {
      List<Admission> admissions = Admitting.all(Arrays.copyOf(whole, length));
      String lost = text.substring(length);
      assertPlaced("cut at " + length, admissions);
      assertThat(encounters).as("cut at %d", length).containsAll(Admitting.encounters(admissions));
      if (!lost.replace(terminator, ' ').isBlank()) {
        assertThat(admissions)
            .as("cut at %d", length)
            .anyMatch(admission -> !(admission instanceof Admission.Admitted));
      }
    }
  }

  private static void assertPlaced(String as, List<Admission> admissions) {
    assertThat(admissions).as(as).isNotEmpty();
    for (Admission admission : admissions) {
      if (!(admission instanceof Admission.Admitted)) {
        assertThat(problems(admission))
            .as(as)
            .isNotEmpty()
            .allMatch(problem -> problem.place() instanceof Place.X12Position)
            .allMatch(problem -> problem.code().startsWith("X12-"))
            .noneMatch(problem -> problem.toString().contains("\n"));
      }
    }
  }

  private static List<Problem> problems(Admission admission) {
    if (admission instanceof Admission.Refused refused) {
      return refused.problems();
    }
    return admission instanceof Admission.Noticed noticed ? noticed.problems() : List.of();
  }
}
