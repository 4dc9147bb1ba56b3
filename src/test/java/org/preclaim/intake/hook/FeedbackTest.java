package org.preclaim.intake.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.problem.Problem;

class FeedbackTest {

  private static final String CARD = "0f0d0c1e-0000-4000-8000-000000000001";

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":1}", "[null]", "[[]]", "[{\"id\":\"none\"}]"})
  void suggestions_thatAreNone_areToldWithTheirPlace(String suggestions) {
    String body =
        """
        {"feedback":[{"card":"%s","outcome":"accepted","acceptedSuggestions":%s}]}"""
            .formatted(CARD, suggestions);
    List<Problem> problems = new ArrayList<>();

    assertThat(Feedback.read(body.getBytes(UTF_8), problems)).isEmpty();
    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly("/feedback/0/acceptedSuggestions/0/id: HOOK-FEEDBACK is no UUID");
  }
}
