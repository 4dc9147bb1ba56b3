package org.preclaim.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
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
  void member_writtenOtherwise_isTheSame() {
    LocalDate born = LocalDate.of(2020, 2, 29);
    assertThat(KEYS.ofMember("P-1", "AB 12-3", born, "José"))
        .isEqualTo(KEYS.ofMember("p1", "ab123", born, "JOSÉ"))
        .isNotEqualTo(KEYS.ofMember("p1", "ab123", born, "Ana"))
        .isNotEqualTo(KEYS.ofMember("p1", "ab123", born.plusDays(1), "José"));
  }
}
