package org.preclaim.intake.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preclaim.encounter.Encounter;
import org.preclaim.fixtures.FhirWriter;
import org.preclaim.fixtures.FhirWriter.Form;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.Seed;
import org.preclaim.fixtures.Words;
import org.preclaim.intake.Admission;
import org.preclaim.intake.PatientKeys;
import org.preclaim.intake.json.EncounterJson;
import org.preclaim.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever stands where another element should, the reader answers; it never throws. */
class MutatedClaimsTest {

  private static final int ROUNDS = Integer.getInteger("preclaim.fhir.mutations", 2_000);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FhirIntake intake = new FhirIntake(Words.VOCABULARY, FhirLimits.DEFAULT);
  private final PatientKeys keys = new PatientKeys(new byte[16]);
  private final Random random = new Random(Seed.VALUE);

  private static Encounter contract() {
    byte[] json = GoldenFile.text("intake/json/admitted/contract.json").getBytes(UTF_8);
    Admission admission =
        new EncounterJson(Words.VOCABULARY).read(new ByteArrayInputStream(json), "-");
    return ((Admission.Admitted) admission).encounter();
  }

  private static List<String> valid() {
    return Stream.of(Form.values()).map(form -> FhirWriter.json(contract(), form)).toList();
  }

  @Test
  void elements_mutated_areAdmittedOrRefusedWithProblems() {
    List<String> valid = valid();
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      JsonNode document = JSON.readTree(valid.get(round % valid.size()));
      for (int left = 1 + random.nextInt(2); left > 0; left--) {
        mutate(document);
      }
      refused += refused(JSON.writeValueAsBytes(document), round);
    }
    assertThat(refused).as("seed %d", Seed.VALUE).isBetween(ROUNDS / 4, ROUNDS);
  }

  private int refused(byte[] bytes, int round) {
    String as = "seed " + Seed.VALUE + ", round " + round;
    Submission submission;
    try {
      submission = intake.read(bytes, "-", keys, ClaimUse.PREDETERMINATION);
    } catch (RuntimeException thrown) {
      throw new AssertionError(as + ": " + new String(bytes, UTF_8), thrown);
    }
    if (submission instanceof Submission.Admitted) {
      return 0;
    }
    List<Problem> problems =
        submission instanceof Submission.Refused bad
            ? bad.problems()
            : ((Submission.NotProcessed) submission).problems();
    assertThat(problems).as(as).isNotEmpty();
    assertThat(problems).as(as).allMatch(problem -> !problem.message().contains("\n"));
    return 1;
  }

  /** Removes, repeats or replaces a value somewhere in the document. */
  private void mutate(JsonNode document) {
    JsonNode at = document;
    while (true) {
      List<JsonNode> inner = at.values().stream().filter(each -> !each.isEmpty()).toList();
      if (inner.isEmpty() || random.nextInt(5) == 0) {
        break;
      }
      at = inner.get(random.nextInt(inner.size()));
    }
    if (at instanceof ObjectNode object && !object.isEmpty()) {
      String name = List.copyOf(object.propertyNames()).get(random.nextInt(object.size()));
      switch (random.nextInt(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name + "x", object.get(name));
        default -> object.set(name, other(object.get(name)));
      }
    } else if (at instanceof ArrayNode array && !array.isEmpty()) {
      int index = random.nextInt(array.size());
      switch (random.nextInt(3)) {
        case 0 -> array.remove(index);
        case 1 -> array.add(array.get(index));
        default -> array.set(index, other(array.get(index)));
      }
    }
  }

  private JsonNode other(JsonNode value) {
    List<String> others =
        Arrays.asList(
            "null",
            "{}",
            "[]",
            "0",
            "-1",
            "1e400",
            "true",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"#\"",
            "\"2026\"",
            "[null]",
            "[" + value + "]",
            "{\"a\":" + value + "}",
            "99999999999");
    return JSON.readTree(others.get(random.nextInt(others.size())));
  }
}
