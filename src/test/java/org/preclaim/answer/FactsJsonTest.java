package org.preclaim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.preclaim.encounter.Encounter;
import org.preclaim.fixtures.RandomEncounters;
import org.preclaim.fixtures.Seed;
import org.preclaim.fixtures.Words;
import org.preclaim.intake.Admission;
import org.preclaim.intake.json.EncounterJson;

class FactsJsonTest {

  private static final int ENCOUNTERS = 2_000;

  @Test
  void facts_written_areReadBackEqual() {
    RandomEncounters encounters = new RandomEncounters(Seed.VALUE);
    EncounterJson json = new EncounterJson(Words.VOCABULARY);
    for (int i = 0; i < ENCOUNTERS; i++) {
      Encounter encounter = encounters.next();
      String line = FactsJson.line(encounter);

      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      assertThat(json.read(new ByteArrayInputStream(bytes), "facts"))
          .as("seed %d, encounter %d: %s", Seed.VALUE, i, line)
          .isEqualTo(new Admission.Admitted(encounter));
      assertThat(FactsReading.of(line)).as(line).isEqualTo(encounter);
      assertThat(line).doesNotContain("\n");
    }
  }
}
