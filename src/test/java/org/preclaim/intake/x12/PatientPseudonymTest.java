package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatientPseudonymTest {

  @Test
  void patient_twinOfAnother_hasAnotherPseudonym() {
    String twin =
        Admitting.text("dependent-with-other-coverage.x12").replace("CHILDFIRST", "TWINFIRST");
    String renamed =
        Admitting.text("dependent-with-other-coverage.x12").replace("CHILDLAST", "MARRIEDLAST");
    String child = key(Admitting.text("dependent-with-other-coverage.x12"));
    assertThat(key(twin)).isNotEqualTo(child);
    assertThat(key(renamed)).isEqualTo(child);
  }

  private static String key(String text) {
    return Admitting.encounters(Admitting.all(Admitting.bytes(text))).get(0).patient().key();
  }
}
