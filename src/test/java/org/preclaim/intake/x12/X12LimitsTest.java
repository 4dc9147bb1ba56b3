package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;
import org.preclaim.problem.Problem;

class X12LimitsTest {

  private static final String INPUT = "twelve-diagnoses.x12";

  static Stream<Arguments> tooSmall() {
    return Stream.of(
        Arguments.of(limits(600, 16_384, 4_096, 5_000, 100), "longer than 600 bytes"),
        Arguments.of(limits(1 << 20, 60, 4_096, 5_000, 100), "longer than 60 characters"),
        Arguments.of(limits(1 << 20, 16_384, 20, 5_000, 100), "longer than 20 characters"),
        Arguments.of(limits(1 << 20, 16_384, 4_096, 5, 100), "more than 5 segments"),
        Arguments.of(limits(1 << 20, 16_384, 4_096, 5_000, 1), "more than 1 lines"));
  }

  private static X12Limits limits(
      long fileBytes, int segmentChars, int elementChars, int claimSegments, int claimLines) {
    return new X12Limits(fileBytes, segmentChars, elementChars, claimSegments, claimLines, 100);
  }

  @ParameterizedTest
  @MethodSource("tooSmall")
  void claim_overALimit_isRefusedWithThatLimit(X12Limits limits, String words) {
    List<Admission> admissions = Admitting.all(Admitting.resource(INPUT), limits);
    assertThat(Admitting.encounters(admissions)).isEmpty();
    assertThat(Admitting.problems(admissions)).contains("X12-LIMIT", words);
  }

  @Test
  void claim_atItsLimits_isAdmitted() {
    byte[] input = Admitting.resource(INPUT);
    X12Limits exact = limits(input.length + 1L, 200, 20 + 10, 13, 2);
    assertThat(Admitting.encounters(Admitting.all(input, exact)))
        .extracting(Encounter::id)
        .containsExactly("TWELVE");
  }

  @Test
  void problems_moreThanAreKept_areCounted() {
    X12Limits few = new X12Limits(1 << 20, 16_384, 4_096, 5_000, 100, 3);
    assertThat(Admitting.problems(Admitting.all(Admitting.resource("partly-bad.x12"), few)))
        .contains("13 further problems are not shown");
  }

  @Test
  void problemsOfALevel_areToldWithItsFirstClaimAndThreeOfThemWithTheOthers() {
    String file = Admitting.text("twelve-diagnoses.x12");
    int claim = file.indexOf("CLM*");
    String broken =
        file.substring(0, claim) + "QQQ~".repeat(10) + "CLM*A*1~CLM*B*1~" + file.substring(claim);

    List<Admission> admissions = Admitting.all(Admitting.bytes(broken));

    assertThat(broken(admissions, "A")).hasSize(10);
    assertThat(broken(admissions, "B")).hasSize(3);
    assertThat(broken(admissions, "TWELVE")).hasSize(3);
    assertThat(Admitting.problems(admissions)).contains("7 further problems are not shown");
  }

  @Test
  void element_thatIsLong_isCutInItsMessage() {
    String file = Admitting.text(INPUT);
    String long3000 = file.replaceFirst("(CLM\\*TWELVE\\*)[0-9.]+", "$1" + "9".repeat(3_000) + "x");

    assertThat(Admitting.problems(Admitting.all(Admitting.bytes(long3000))))
        .contains("`" + "9".repeat(80) + "…` is not a number")
        .doesNotContain("9".repeat(81));
  }

  private static List<Problem> broken(List<Admission> admissions, String claim) {
    return admissions.stream()
        .filter(Admission.Refused.class::isInstance)
        .map(Admission.Refused.class::cast)
        .filter(refused -> claim.equals(refused.encounterId()))
        .flatMap(refused -> refused.problems().stream())
        .filter(problem -> problem.message().contains("QQQ"))
        .toList();
  }

  @Test
  void damagedSegments_inARow_areKeptUpToTheLimitAndAllCounted() {
    String file = Admitting.text("twelve-diagnoses.x12");
    int claim = file.indexOf("CLM*");
    String segments = file.replaceFirst("(?s).*SE\\*([0-9]+)\\*.*", "$1");
    String damaged =
        (file.substring(0, claim) + "~".repeat(5_000) + file.substring(claim))
            .replace("SE*" + segments, "SE*" + (Integer.parseInt(segments) + 5_000));

    assertThat(Admitting.problems(Admitting.all(Admitting.bytes(damaged))))
        .contains("refused TWELVE", "4900 further problems are not shown")
        .doesNotContain("X12-COUNT")
        .satisfies(told -> assertThat(told.lines()).hasSize(102));
  }

  @Test
  void damagedSegments_outsideOfEverything_areKeptUpToTheLimitAndCounted() {
    String file = Admitting.text("twelve-diagnoses.x12");
    int group = file.indexOf("GS*");
    String damaged = file.substring(0, group) + "~".repeat(5_000) + file.substring(group);

    List<Admission> admissions = Admitting.all(Admitting.bytes(damaged));

    assertThat(admissions).hasSize(101);
    assertThat(Admitting.encounters(admissions)).hasSize(1);
    assertThat(Admitting.problems(admissions)).contains("4900 further problems are not shown");
  }

  @Test
  void limit_notPositive_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new X12Limits(1, 1, 1, 1, 1, 0))
        .withMessage("every limit must be positive");
  }
}
