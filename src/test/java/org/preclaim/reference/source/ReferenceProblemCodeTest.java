package org.preclaim.reference.source;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.ProblemPage;

class ReferenceProblemCodeTest {

  private static final ProblemPage PAGE = ProblemPage.of("reference");

  @Test
  void codes_allAndOnlyThey_haveASectionInTheirOrder() {
    PAGE.assertExplains(Stream.of(ReferenceProblemCode.values()).map(ReferenceProblemCode::code));
  }

  @Test
  void sections_allOfThem_haveExampleAndRemedy() {
    PAGE.assertEachSays("\n- For instance: ", "\n- What to do: ");
  }

  @Test
  void meanings_allOfThem_areFragments() {
    ProblemPage.assertFragments(
        Stream.of(ReferenceProblemCode.values()).map(ReferenceProblemCode::meaning));
  }
}
