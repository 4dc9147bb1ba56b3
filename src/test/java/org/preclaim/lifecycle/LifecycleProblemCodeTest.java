package org.preclaim.lifecycle;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.ProblemPage;

class LifecycleProblemCodeTest {

  private static final ProblemPage PAGE = ProblemPage.of("releases", "LIFECYCLE-");

  @Test
  void codes_allAndOnlyThey_haveASectionInTheirOrder() {
    PAGE.assertExplains(Stream.of(LifecycleProblemCode.values()).map(LifecycleProblemCode::code));
  }
}
