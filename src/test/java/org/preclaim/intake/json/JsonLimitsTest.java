package org.preclaim.intake.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.Words;
import org.preclaim.intake.Admission;
import org.preclaim.problem.Problem;

class JsonLimitsTest {

  private static final JsonLimits LIMITS = new JsonLimits(2_000, 8, 60, 20, 2, 3, 4);
  private static final String START =
      "{\"id\": \"E-1\", \"setting\": \"practitioner\", \"patient\": {\"key\": \"p-1\"}, ";

  /** A body of 50 MB that counts what is taken from it. */
  @SuppressWarnings("InputStreamSlowMultibyteRead") // only a megabyte of it is read
  private static final class Endless extends InputStream {
    private int taken;

    @Override
    public int read() {
      return taken++ < 50_000_000 ? ' ' : -1;
    }
  }

  @Test
  void bodyOfFiftyMegabytes_read_isRefusedEarly() {
    Endless body = new Endless();
    Admission admission = new EncounterJson(Words.VOCABULARY).read(body, "-");

    assertThat(problems(admission))
        .extracting(Problem::toString)
        .containsExactly("-:1:1: JSON-TOO-LARGE the encounter has more than 1048576 bytes");
    assertThat(body.taken).isEqualTo(JsonLimits.DEFAULT.bytes() + 1);
  }

  @Test
  void moreLinesThanTheLimit_areRefused() {
    assertThat(inWords(START + "\"lines\": [{}, {}, {}]}"))
        .containsExactly(
            "/lines: JSON-TOO-MANY-ENTRIES the list has 3 entries: at most 2 are read");
  }

  @Test
  void moreEntriesThanTheLimit_areRefused() {
    assertThat(inWords(START + "\"procedures\": [{}, {}, {}, {}]}"))
        .containsExactly(
            "/procedures: JSON-TOO-MANY-ENTRIES the list has 4 entries: at most 3 are read");
  }

  @Test
  void textBeyondTheLimit_isRefused() {
    assertThat(inWords(START + "\"payer\": \"" + "x".repeat(21) + "\", \"lines\": []}"))
        .contains("/payer: JSON-TOO-LONG the text has 21 characters: at most 20");
  }

  @Test
  void valuesBeyondTheLimit_areRefused() {
    assertThat(inWords("[" + "1,".repeat(60) + "1]"))
        .containsExactly("-:1:120: JSON-TOO-MANY-VALUES the document has more than 60 values");
  }

  @Test
  void depthBeyondTheLimit_isRefused() {
    assertThat(inWords("[".repeat(1_000)))
        .containsExactly(
            "-:1:9: JSON-TOO-DEEP objects and lists stand more than 8 deep in one another");
  }

  @Test
  void problemsBeyondTheLimit_areSaidToBeThere() {
    List<String> problems = inWords("{\"a\": 1, \"b\": 1, \"c\": 1, \"d\": 1, \"e\": 1}");
    assertThat(problems).hasSize(LIMITS.problems() + 1);
    assertThat(problems.get(LIMITS.problems()))
        .isEqualTo("the document: JSON-TOO-MANY-PROBLEMS" + " 5 further problems are not shown");
  }

  @Test
  void unknownNameOfAnyLength_isCutInItsPlaceToo() {
    String problem = inWords(START + "\"lines\": [], \"" + "n".repeat(1_500) + "\": 1}").get(1);

    assertThat(problem).startsWith("/nnn").contains("n…: JSON-UNKNOWN-FIELD `nnn");
    assertThat(problem.length()).isLessThan(400);
  }

  @Test
  void unknownNameThatATerminalWouldObey_isShownInItsPlaceAsWhatItIs() {
    String document = START + "\"lines\": [], \"a\\u001b[2J\\ud83d\\ude00\\n~/\": 1}";

    assertThat(problems(read(document)).get(1))
        .extracting(Problem::place)
        .hasToString("/a\\u001b[2J\\ud83d\\ude00\\u000a~0~1");
  }

  @Test
  void numberOfThousandsOfDigits_isRefused() {
    assertThat(inWords("[" + "9".repeat(1_900) + "]")).hasSize(1);
  }

  @Test
  void limitsThatAllowNothing_areRefused() {
    assertThatThrownBy(() -> new JsonLimits(0, 1, 1, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JsonLimits(Integer.MAX_VALUE, 1, 1, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> inWords(String text) {
    return problems(read(text)).stream().map(Problem::toString).toList();
  }

  private static Admission read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new EncounterJson(Words.VOCABULARY, LIMITS).read(new ByteArrayInputStream(bytes), "-");
  }

  private static List<Problem> problems(Admission admission) {
    assertThat(admission).isInstanceOf(Admission.Refused.class);
    return ((Admission.Refused) admission).problems();
  }
}
