package org.preclaim.intake.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preclaim.encounter.Encounter;
import org.preclaim.fixtures.FhirWriter;
import org.preclaim.fixtures.FhirWriter.Form;
import org.preclaim.fixtures.RandomEncounters;
import org.preclaim.fixtures.Seed;
import org.preclaim.fixtures.Words;
import org.preclaim.intake.PatientKeys;

/** An encounter written as a FHIR claim comes back as the same encounter. */
class RandomClaimsTest {

  private static final List<Form> FORMS = List.of(Form.values());
  private static final int ROUNDS = Integer.getInteger("preclaim.fhir.rounds", 300);

  private final FhirIntake intake = new FhirIntake(Words.VOCABULARY, FhirLimits.DEFAULT);
  private final PatientKeys keys = new PatientKeys(new byte[16]);

  @Test
  void encounter_writtenAsClaim_isReadAsItself() {
    RandomEncounters encounters = new RandomEncounters(Seed.VALUE);
    for (int round = 0; round < ROUNDS; round++) {
      Encounter sent = FhirWriter.carriable(encounters.next());
      Form form = FORMS.get(round % FORMS.size());
      String json = FhirWriter.json(sent, form);

      Submission submission =
          intake.read(json.getBytes(UTF_8), "-", keys, ClaimUse.PREDETERMINATION);

      assertThat(submission)
          .as("seed %d, round %d: %s\n%s", Seed.VALUE, round, submission, json)
          .isInstanceOf(Submission.Admitted.class);
      Submission.Admitted admitted = (Submission.Admitted) submission;
      assertThat(admitted.encounter()).as("seed %d, round %d", Seed.VALUE, round).isEqualTo(sent);
      assertThat(admitted.toString()).doesNotContain("Shown-Nowhere");
    }
  }
}
