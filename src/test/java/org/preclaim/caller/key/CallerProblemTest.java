package org.preclaim.caller.key;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.ProblemPage;

class CallerProblemTest {

  private static final ProblemPage PAGE = ProblemPage.of("callers");

  @Test
  void codes_allAndOnlyThey_haveASectionInTheirOrder() {
    PAGE.assertExplains(Stream.of(CallerProblem.values()).map(CallerProblem::code));
  }
}
