package org.preclaim.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Codes are the same letters in every country; a Turkish machine writes the capital of i as İ. */
@Tag("locale")
class CodesInAnyLocaleTest {

  @Test
  void diagnosisCode_withSmallI_isReadAlike() {
    assertThat(Icd10Code.of("i10").value()).isEqualTo("I10");
  }

  @Test
  void procedureCode_withSmallI_isReadAlike() {
    assertThat(HcpcsCode.of("0001i").value()).isEqualTo("0001I");
  }
}
