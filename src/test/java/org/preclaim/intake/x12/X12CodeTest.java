package org.preclaim.intake.x12;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.ProblemPage;

class X12CodeTest {

  private static final ProblemPage PAGE = ProblemPage.of("x12");

  @Test
  void codes_allAndOnlyThey_haveASectionInTheirOrder() {
    PAGE.assertExplains(Stream.of(X12Code.values()).map(X12Code::code));
  }

  @Test
  void sections_allOfThem_haveMeaningExampleAndRemedy() {
    PAGE.assertEachSays("\n- For instance: ", "\n- What to do: ");
  }

  @Test
  void meanings_allOfThem_areFragments() {
    ProblemPage.assertFragments(Stream.of(X12Code.values()).map(X12Code::meaning));
  }
}
