package org.preclaim.journal.chain;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.ProblemPage;

class JournalProblemCodeTest {

  private static final ProblemPage PAGE = ProblemPage.of("journal");

  @Test
  void codes_allAndOnlyThey_haveASectionInTheirOrder() {
    PAGE.assertExplains(Stream.of(JournalProblemCode.values()).map(JournalProblemCode::code));
  }
}
