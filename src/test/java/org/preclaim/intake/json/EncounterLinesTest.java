package org.preclaim.intake.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.EncounterWriter;
import org.preclaim.fixtures.RandomEncounters;
import org.preclaim.fixtures.Words;
import org.preclaim.intake.Admission;

class EncounterLinesTest {

  private static final JsonLimits LIMITS = new JsonLimits(200_000, 16, 10_000, 4_000, 99, 99, 99);
  private static final String GOOD = EncounterWriter.json(new RandomEncounters(1).next());

  private final EncounterJson json = new EncounterJson(Words.VOCABULARY, LIMITS);

  @Test
  void lines_goodAndBad_areAnsweredInTheirPlaces() {
    String input =
        String.join(
            "\n",
            GOOD,
            "",
            "   \r",
            "{\"id\": \"E-2\", \"setting\": \"practitioner\", \"patient\": {}, \"lines\": [{}]}",
            "{\"id\": ",
            GOOD + "\r",
            "[]",
            GOOD);

    assertThat(inWords(input))
        .containsExactly(
            "1 admitted",
            "4 refused E-2: in.ndjson:4 /patient/key JSON-MISSING-FIELD,"
                + " in.ndjson:4 /lines/0/number JSON-MISSING-FIELD,"
                + " in.ndjson:4 /lines/0/code JSON-MISSING-FIELD,"
                + " in.ndjson:4 /lines/0/serviceDate JSON-MISSING-FIELD",
            "5 refused null: in.ndjson:5:8 JSON-SYNTAX",
            "6 admitted",
            "7 refused null: in.ndjson:7 JSON-WRONG-TYPE",
            "8 admitted");
  }

  @Test
  void overlongLine_read_isRefusedAndTheNextIsRead() {
    String input = " ".repeat(LIMITS.bytes()) + "{}\n" + GOOD + "\n" + "x".repeat(1_000_000);
    assertThat(inWords(input))
        .containsExactly(
            "1 refused null: in.ndjson:1:1 JSON-TOO-LARGE",
            "2 admitted",
            "3 refused null: in.ndjson:3:1 JSON-TOO-LARGE");
  }

  @Test
  void lineOfTheLimit_read_isNotTooLong() {
    String input = GOOD + " ".repeat(LIMITS.bytes() - bytes(GOOD).length) + "\n" + GOOD;
    assertThat(inWords(input)).containsExactly("1 admitted", "2 admitted");
  }

  @Test
  void emptyInput_read_hasNoEncounters() {
    try (EncounterLines lines = lines("\n\n")) {
      assertThat(lines.hasNext()).isFalse();
      assertThat(lines.line()).isZero();
      assertThatThrownBy(lines::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  private List<String> inWords(String input) {
    List<String> words = new ArrayList<>();
    try (EncounterLines lines = lines(input)) {
      while (lines.hasNext()) {
        Admission admission = lines.next();
        words.add(lines.line() + " " + inWords(admission));
      }
    }
    return words;
  }

  private static String inWords(Admission admission) {
    if (admission instanceof Admission.Refused refused) {
      return refused.problems().stream()
          .map(problem -> problem.place() + " " + problem.code())
          .collect(Collectors.joining(", ", "refused " + refused.encounterId() + ": ", ""));
    }
    return "admitted";
  }

  private EncounterLines lines(String input) {
    return json.readLines(new ByteArrayInputStream(bytes(input)), "in.ndjson");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
