package org.preclaim.intake.hook;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.ProblemPage;

class HookProblemCodeTest {

  private static final ProblemPage PAGE = ProblemPage.of("hooks");

  @Test
  void codes_allAndOnlyThey_haveASectionInTheirOrder() {
    PAGE.assertExplains(Stream.of(HookProblemCode.values()).map(HookProblemCode::code));
  }
}
