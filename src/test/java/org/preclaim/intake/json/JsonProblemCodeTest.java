package org.preclaim.intake.json;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.ProblemPage;

class JsonProblemCodeTest {

  private static final ProblemPage PAGE = ProblemPage.of("json");

  @Test
  void codes_allAndOnlyThey_haveASectionInTheirOrder() {
    PAGE.assertExplains(Stream.of(JsonProblemCode.values()).map(JsonProblemCode::code));
  }

  @Test
  void sections_allOfThem_haveMeaningExampleAndRemedy() {
    PAGE.assertEachSays("\n\nExample: ", "\n\nWhat to do: ");
  }

  @Test
  void meanings_allOfThem_areFragments() {
    ProblemPage.assertFragments(Stream.of(JsonProblemCode.values()).map(JsonProblemCode::meaning));
  }
}
