package org.preclaim.replay;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.ProblemPage;

class ReplayProblemCodeTest {

  private static final ProblemPage PAGE = ProblemPage.of("replay");

  @Test
  void codes_allAndOnlyThey_haveASectionInTheirOrder() {
    PAGE.assertExplains(Stream.of(ReplayProblemCode.values()).map(ReplayProblemCode::code));
  }
}
