package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatientKeysTest {

  private static PatientKeys keys(String secret) {
    return new PatientKeys(secret.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void samePatient_underSameKey_hasSamePseudonym() {
    assertThat(keys("sixteen bytes...").pseudonym(List.of("a", "b")))
        .isEqualTo(keys("sixteen bytes...").pseudonym(List.of("a", "b")))
        .matches("p-[0-9a-f]{32}");
  }

  @Test
  void samePatient_underOtherKey_hasOtherPseudonym() {
    assertThat(keys("sixteen bytes...").pseudonym(List.of("a")))
        .isNotEqualTo(keys("sixteen other...").pseudonym(List.of("a")));
  }

  @Test
  void identifiers_dividedOtherwise_areAnotherPatient() {
    assertThat(keys("sixteen bytes...").pseudonym(List.of("ab", "c")))
        .isNotEqualTo(keys("sixteen bytes...").pseudonym(List.of("a", "bc")));
  }

  @Test
  void shortKey_isRejected() {
    assertThatThrownBy(() -> keys("too short"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a key for pseudonyms needs at least 16 bytes");
  }
}
