package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatientKeysTest {

  private static final PatientKeys KEYS = new PatientKeys(new byte[16]);

  @Test
  void pseudonym_samePerson_isTheSame() {
    assertThat(KEYS.pseudonym(List.of("MEMBER", "JANE")))
        .isEqualTo(KEYS.pseudonym(List.of("MEMBER", "JANE")))
        .matches("p-[0-9a-f]{32}");
  }

  @Test
  void pseudonym_identifiersDividedOtherwise_isAnother() {
    assertThat(KEYS.pseudonym(List.of("AB", "C"))).isNotEqualTo(KEYS.pseudonym(List.of("A", "BC")));
  }

  @Test
  void pseudonym_underAnotherKey_isAnother() {
    byte[] other = new byte[16];
    other[15] = 1;
    assertThat(KEYS.pseudonym(List.of("MEMBER")))
        .isNotEqualTo(new PatientKeys(other).pseudonym(List.of("MEMBER")));
  }

  @Test
  void key_shorterThanSixteenBytes_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PatientKeys(new byte[15]))
        .withMessageContaining("16 bytes");
  }

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
