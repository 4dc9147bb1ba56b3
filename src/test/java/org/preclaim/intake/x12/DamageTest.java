package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;

/** Damages whole files byte by byte: nothing may throw or hang, and no half claim may pass. */
class DamageTest {

  private static final List<String> FILES =
      List.of("twelve-diagnoses.x12", "dependent-with-other-coverage.x12", "partly-bad.x12");
  private static final long SEED = 20_261_122L;
  private static final int FLIPS = 3_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void validFile_cutAtEveryByte_admitsOnlyWholeClaims() {
    Assertions.assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          for (String file : FILES) {
            byte[] whole = Admitting.resource(file);
            List<Encounter> expected = Admitting.encounters(Admitting.all(whole));
            for (int length = 0; length < whole.length; length++) {
              cutAt(Arrays.copyOf(whole, length), expected, file);
            }
          }
        });
  }

  private static void cutAt(byte[] cut, List<Encounter> expected, String file) {
    List<Admission> admissions = Admitting.all(cut);
    assertThat(expected)
        .as("%s cut at byte %d", file, cut.length)
        .containsAll(Admitting.encounters(admissions));
    boolean onlyLineEndsMissing =
        new String(cut, StandardCharsets.ISO_8859_1).matches("(?s).*IEA\\*1\\*000000001~?\\s*");
    if (!onlyLineEndsMissing) {
      assertThat(admissions)
          .as("%s cut at byte %d says so", file, cut.length)
          .anyMatch(admission -> !(admission instanceof Admission.Admitted));
    }
  }

  @Test
  void validFile_randomBytesChanged_neverThrows() {
    System.out.println("DamageTest seed " + SEED);
    Random random = new Random(SEED);
    Assertions.assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          for (int i = 0; i < FLIPS; i++) {
            byte[] damaged = Admitting.resource(FILES.get(random.nextInt(FILES.size())));
            int times = 1 + random.nextInt(4);
            for (int k = 0; k < times; k++) {
              damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(Admitting.all(damaged)).as("round %d of seed %d", i, SEED).isNotEmpty();
          }
        });
  }

  @Test
  void segment_damagedInItsIdentifier_isNeverPassedOver() {
    String text = Admitting.text("twelve-diagnoses.x12");
    for (int at = text.indexOf("~\n"); at >= 0 && at + 3 < text.length(); ) {
      String damaged = text.substring(0, at + 2) + "?" + text.substring(at + 3);
      List<Admission> admissions = Admitting.all(damaged.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(admissions)
          .as("identifier at byte %d", at + 2)
          .anyMatch(Admission.Refused.class::isInstance);
      at = text.indexOf("~\n", at + 1);
    }
  }

  @Test
  void input_ofGarbage_isOneProblem() {
    Random random = new Random(SEED);
    byte[] garbage = new byte[100_000];
    random.nextBytes(garbage);
    assertThat(Admitting.problems(Admitting.all(garbage))).contains(X12Code.NOT_X12.code());
    assertThat(Admitting.problems(Admitting.all(new byte[0]))).contains(X12Code.EMPTY.code());
    assertThat(Admitting.problems(Admitting.all(" \r\n \n".getBytes(StandardCharsets.US_ASCII))))
        .contains(X12Code.EMPTY.code());
  }
}
