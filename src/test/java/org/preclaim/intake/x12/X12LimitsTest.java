package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class X12LimitsTest {

  private static final String SAMPLE = Admitting.text("twelve-diagnoses.x12");

  private static String problems(String text, X12Limits limits) {
    return Admitting.problems(Admitting.all(text.getBytes(StandardCharsets.ISO_8859_1), limits));
  }

  @Test
  void input_longerThanLimit_saysWhereItStopped() {
    assertThat(problems(SAMPLE, new X12Limits(700, 1000, 1000, 100, 50, 10)))
        .contains("byte 700: X12-LIMIT the input is longer than 700 bytes")
        .doesNotContain("admitted");
  }

  @Test
  void segment_longerThanLimit_refusesItsClaim() {
    String text = SAMPLE.replace("FREE TEXT", "X".repeat(100_000));
    assertThat(problems(text, X12Limits.DEFAULT))
        .contains("refused TWELVE", "SV1, byte", "X12-LIMIT the segment is longer than 16384");
  }

  @Test
  void element_longerThanLimit_refusesItsClaim() {
    String text = SAMPLE.replace("FREE TEXT", "X".repeat(5_000));
    assertThat(problems(text, X12Limits.DEFAULT))
        .contains("refused TWELVE", "X12-LIMIT an element is longer than 4096 characters");
  }

  @Test
  void claim_withMoreLinesThanLimit_isRefused() {
    assertThat(problems(SAMPLE, new X12Limits(10_000, 1000, 1000, 100, 1, 10)))
        .contains("refused TWELVE", "X12-LIMIT the claim has more than 1 lines");
  }

  @Test
  void claim_withMoreSegmentsThanLimit_isRefused() {
    assertThat(problems(SAMPLE, new X12Limits(10_000, 1000, 1000, 6, 50, 10)))
        .contains("refused TWELVE", "X12-LIMIT the claim has more than 6 segments");
  }

  @Test
  void problems_moreThanLimit_areCounted() {
    String text = SAMPLE.replace("LX*1~", "?~".repeat(500) + "LX*1~");
    assertThat(problems(text, new X12Limits(100_000, 1000, 1000, 6_000, 50, 10)))
        .contains("further problems are not shown")
        .hasLineCount(14);
  }

  @Test
  void thirteenDiagnoses_areOverTheGuidesLimit() {
    String text = SAMPLE.replace("*BP:00862", "*ABF:N132");
    assertThat(problems(text, X12Limits.DEFAULT))
        .contains("refused TWELVE", "X12-LIMIT the claim has more than 12 diagnoses");
  }

  @Test
  void limit_ofNothing_isRejected() {
    assertThatThrownBy(() -> new X12Limits(0, 1, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
