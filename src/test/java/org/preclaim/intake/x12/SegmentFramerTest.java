package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentFramerTest {

  private static final String VALID = Admitting.text("dependent-with-other-coverage.x12");

  static Stream<Arguments> unframeable() {
    return Stream.of(
        Arguments.of("", "segment 1 ?, byte 0: X12-EMPTY"),
        Arguments.of(" \r\n\t ", "segment 1 ?, byte 5: X12-EMPTY"),
        Arguments.of("\u00ef\u00bb\u00bf\n", "segment 1 ?, byte 4: X12-EMPTY"),
        Arguments.of("%PDF-1.7", "segment 1 ?, byte 0: X12-NOT-X12"),
        Arguments.of("  GS*HC~", "segment 1 ?, byte 2: X12-NOT-X12"),
        Arguments.of(VALID.substring(0, 105), "segment 1 ISA, byte 0: X12-CUT-OFF"),
        Arguments.of(VALID.replace("ISA*00* ", "ISA*00*"), "segment 1 ISA, byte 0: X12-ISA"),
        Arguments.of(VALID.replace("*T*:~", "*T**~"), "segment 1 ISA, byte 0: X12-ISA"),
        Arguments.of(
            VALID.replace("SENDER   ", "SENDER\n  "), "segment 1 ISA, byte 0: X12-CHARACTER"));
  }

  @ParameterizedTest
  @MethodSource("unframeable")
  void input_withoutASoundHeader_isRefusedWhereItStands(String text, String problem) {
    assertThat(Admitting.problems(Admitting.all(Admitting.bytes(text))))
        .startsWith("refused -\n  " + problem)
        .hasLineCount(2);
  }

  @Test
  void text_afterTheInterchange_isToldAndTakesNothingAway() {
    assertThat(Admitting.problems(Admitting.all(Admitting.bytes(VALID + "and so on"))))
        .startsWith("admitted DEPENDENT\nrefused -\n")
        .contains("X12-NOT-X12 expected `ISA` or the end of the input");
  }

  @Test
  void interchanges_twoInOneFile_areBothRead() {
    String second = VALID.replace("*000000001", "*000000002").replace("CLM*DEPENDENT", "CLM*NEXT");
    assertThat(Admitting.problems(Admitting.all(Admitting.bytes(VALID + "\n" + second))))
        .isEqualTo("admitted DEPENDENT\nadmitted NEXT\n");
  }

  @Test
  void segment_withControlCharacter_isSetAsideAndRefusesItsClaims() {
    String text = VALID.replace("NM1*82*1*RENDERLAST", "NM1*82*1*RENDER\tLAST");
    assertThat(Admitting.problems(Admitting.all(Admitting.bytes(text))))
        .startsWith("refused DEPENDENT\n")
        .contains("NM1, byte ", "X12-CHARACTER the segment holds a control character")
        .doesNotContain("RENDER");
  }

  @Test
  void lineBreaks_insideSegments_areDropped() {
    String oneLine = VALID.replace("\n", "");
    String wrapped =
        oneLine.substring(0, 106) + oneLine.substring(106).replaceAll("(.{7})", "$1\r\n");
    assertThat(Admitting.all(Admitting.bytes(wrapped)))
        .isEqualTo(Admitting.all(Admitting.bytes(VALID)));
  }
}
