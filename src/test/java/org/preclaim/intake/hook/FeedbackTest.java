package org.preclaim.intake.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.problem.Problem;

class FeedbackTest {

  private static final String CARD = "0f0d0c1e-0000-4000-8000-000000000001";
  private static final String SOUND =
      """
      {"card":"%s","outcome":"overridden","overrideReason":{"reason":{"code":"not_needed-2.1",\
      "system":"https://ehr.example/reasons","display":"of Jane Doe"},"userComment":"Jane Doe"},\
      "acceptedSuggestions":[{"id":"%s"}],"outcomeTimestamp":"2026-03-03T10:00:00Z"}"""
          .formatted(CARD, CARD);

  private static List<String> problems(String cards) {
    List<Problem> problems = new ArrayList<>();
    byte[] body = ("{\"feedback\":" + cards + "}").getBytes(UTF_8);
    assertThat(Feedback.read(body, problems)).isEmpty();
    return problems.stream().map(Problem::toString).toList();
  }

  private static List<Feedback> read(String card) {
    List<Problem> problems = new ArrayList<>();
    List<Feedback> told =
        Feedback.read(("{\"feedback\":[" + card + "]}").getBytes(UTF_8), problems);
    assertThat(problems).isEmpty();
    return told;
  }

  @Test
  void feedback_asTheStandardHasIt_isReadWithoutFreeText() {
    Instant at = Instant.parse("2026-03-03T10:00:00Z");

    assertThat(read(SOUND))
        .containsExactly(new Feedback(CARD, "overridden", List.of(CARD), "not_needed-2.1", at));
    assertThat(read(SOUND).toString()).doesNotContain("Doe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "{\"reason\":null,\"userComment\":\"Jane Doe\"}"})
  void override_withoutAReasonOfAList_isReadWithoutOne(String reason) {
    String card =
        """
        {"card":"%s","outcome":"overridden","overrideReason":%s,"acceptedSuggestions":null,\
        "outcomeTimestamp":"2026-03-03T10:00:00Z"}"""
            .formatted(CARD, reason);

    assertThat(read(card).get(0).reason()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-03T10:00:00Z, 2026-03-03T10:00:00Z",
    "2026-03-03t11:00:00.250+01:00, 2026-03-03T10:00:00.250Z",
    "2026-03-03T10:00:00.123456789-00:00, 2026-03-03T10:00:00.123456789Z",
  })
  void time_withAnOffset_isKeptAsAnInstant(String sent, Instant kept) {
    assertThat(read(SOUND.replace("2026-03-03T10:00:00Z", sent)).get(0).at()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"patient Jane Doe born 1961\"",
        "\"2026-03-03T10:00:00\"",
        "\"2026-03-03\"",
        "\"2026-02-30T10:00:00Z\"",
        "\"2026-03-03T10:00:00Z[Europe/Berlin]\"",
        "\"+999999999-03-03T10:00:00Z\"",
        "\"\"",
        "1772532000",
        "null",
      })
  void time_thatIsNoInstant_isToldWithItsPlace(String time) {
    assertThat(problems("[" + SOUND.replace("\"2026-03-03T10:00:00Z\"", time) + "]"))
        .containsExactly(
            "/feedback/0/outcomeTimestamp: HOOK-FEEDBACK is no date and time with an offset, such"
                + " as `2026-03-03T10:00:00Z`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"Jane Doe 1961-04-02 MRN 12\"", "\"José\"", "\"\"", "12", "null", "[\"a\"]"})
  void reasonsCode_thatIsNone_isToldWithItsPlace(String code) {
    assertThat(problems("[" + SOUND.replace("\"not_needed-2.1\"", code) + "]"))
        .containsExactly(
            "/feedback/0/overrideReason/reason/code: HOOK-FEEDBACK is no code of 1 to 64 letters,"
                + " digits, `.`, `_` or `-`");
  }

  @Test
  void reasonsCode_longerThanACode_isTold() {
    assertThat(read(SOUND.replace("not_needed-2.1", "c".repeat(64)))).hasSize(1);
    assertThat(problems("[" + SOUND.replace("not_needed-2.1", "c".repeat(65)) + "]")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[null]", "[[]]", "[{\"id\":\"none\"}]", "[\"" + CARD + "\"]"})
  void suggestions_thatAreNone_areToldWithTheirPlace(String suggestions) {
    assertThat(problems("[" + SOUND.replace("[{\"id\":\"" + CARD + "\"}]", suggestions) + "]"))
        .containsExactly("/feedback/0/acceptedSuggestions/0/id: HOOK-FEEDBACK is no UUID");
  }

  @Test
  void feedback_wrongInEveryPart_isToldOfAllAtOnce() {
    String wrong =
        """
        {"outcome":true,"acceptedSuggestions":"x","overrideReason":"Jane Doe"}""";
    String within =
        SOUND.replace("{\"code\"", "[{\"code\"").replace("\"of Jane Doe\"}", "\"of Jane Doe\"}]");

    assertThat(problems("[7," + wrong + "," + within + "]"))
        .containsExactly(
            "/feedback/0: HOOK-FEEDBACK is no object",
            "/feedback/1/card: HOOK-FEEDBACK is no UUID",
            "/feedback/1/outcome: HOOK-FEEDBACK expected `accepted` or `overridden`",
            "/feedback/1/acceptedSuggestions: HOOK-FEEDBACK is no list",
            "/feedback/1/overrideReason: HOOK-FEEDBACK is no object",
            "/feedback/1/outcomeTimestamp: HOOK-FEEDBACK is no date and time with an offset, such"
                + " as `2026-03-03T10:00:00Z`",
            "/feedback/2/overrideReason/reason: HOOK-FEEDBACK is no object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"0\":{}}", "\"x\"", "null"})
  void feedback_thatIsNoList_isToldWithItsPlace(String cards) {
    assertThat(problems(cards))
        .containsExactly(
            "/feedback: HOOK-FEEDBACK is no list of 1 to 1000 cards with their outcome");
  }
}
