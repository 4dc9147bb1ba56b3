package org.preclaim.intake.fhir;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.ProblemPage;

class FhirProblemCodeTest {

  private static final ProblemPage PAGE = ProblemPage.of("fhir");

  @Test
  void codes_allAndOnlyThey_haveASectionInTheirOrder() {
    PAGE.assertExplains(Stream.of(FhirProblemCode.values()).map(FhirProblemCode::code));
  }

  @Test
  void sections_allOfThem_haveMeaningExampleAndRemedy() {
    PAGE.assertEachSays("\n\nExample: ", "\n\nWhat to do: ");
  }

  @Test
  void meanings_allOfThem_areFragments() {
    ProblemPage.assertFragments(Stream.of(FhirProblemCode.values()).map(FhirProblemCode::meaning));
  }
}
