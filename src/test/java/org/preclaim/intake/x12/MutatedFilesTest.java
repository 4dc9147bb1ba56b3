package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/** Whatever bytes come, the reader answers; it never throws, and a cut never goes unsaid. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class MutatedFilesTest {

  private static final int ROUNDS = 4_000;
  private static final String SPLICE = "*:~^\r\n 0A\u0000\u00ff";
  private static final List<String> VALID =
      List.of(
          "twelve-diagnoses.x12",
          "dependent-with-other-coverage.x12",
          "newline-terminators.x12",
          "other-separators.x12",
          "institutional.x12");

  @TestFactory
  Stream<DynamicTest> validFile_cutAtEachByte_isNeverReadInSilence() {
    return VALID.stream()
        .map(name -> dynamicTest(name, () -> cutAtEachByte(Admitting.resource(name))));
  }

  private static void cutAtEachByte(byte[] whole) {
    // Only blanks and the terminator of the very last segment can be cut off without a loss.
    String text = Admitting.textOf(whole);
    char terminator = text.charAt(text.indexOf("ISA") + 105);
    List<Encounter> encounters = Admitting.encounters(Admitting.all(whole));
    for (int length = 0; length < whole.length; length++) {
      List<Admission> admissions = Admitting.all(Arrays.copyOf(whole, length));
      String lost = text.substring(length);
      assertPlaced("cut at " + length, admissions);
      assertThat(encounters).as("cut at %d", length).containsAll(Admitting.encounters(admissions));
      if (!lost.replace(terminator, ' ').isBlank()) {
        assertThat(admissions)
            .as("cut at %d", length)
            .anyMatch(admission -> !(admission instanceof Admission.Admitted));
      }
    }
  }

  @Test
  void mutatedFile_read_isAdmittedOrToldWithPlaces() {
    long seed = new Random().nextLong();
    System.out.println("MutatedFilesTest seed " + seed);
    Random random = new Random(seed);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] valid = Admitting.resource(VALID.get(round % VALID.size()));
      List<Admission> admissions = Admitting.all(mutated(valid, random));
      assertPlaced("seed " + seed + ", round " + round, admissions);
      refused += admissions.stream().anyMatch(Admission.Refused.class::isInstance) ? 1 : 0;
    }
    assertThat(refused).as("seed %d", seed).isBetween(ROUNDS / 4, ROUNDS - 1);
  }

  private static void assertPlaced(String as, List<Admission> admissions) {
    assertThat(admissions).as(as).isNotEmpty();
    for (Admission admission : admissions) {
      if (!(admission instanceof Admission.Admitted)) {
        assertThat(problems(admission))
            .as(as)
            .isNotEmpty()
            .allMatch(problem -> problem.place() instanceof Place.X12Position)
            .allMatch(problem -> problem.code().startsWith("X12-"))
            .noneMatch(problem -> problem.toString().contains("\n"));
      }
    }
  }

  private static List<Problem> problems(Admission admission) {
    if (admission instanceof Admission.Refused refused) {
      return refused.problems();
    }
    return admission instanceof Admission.Noticed noticed ? noticed.problems() : List.of();
  }

  private static byte[] mutated(byte[] valid, Random random) {
    byte[] bytes = valid.clone();
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) SPLICE.charAt(random.nextInt(SPLICE.length()));
        case 2 -> bytes = spliced(bytes, at, 0, random);
        default -> bytes = spliced(bytes, at, Math.min(bytes.length - at, 30), random);
      }
    }
    return bytes;
  }

  /** Repeats or removes a stretch of the file. */
  private static byte[] spliced(byte[] bytes, int at, int removed, Random random) {
    int from = random.nextInt(bytes.length);
    int copied = removed > 0 ? 0 : Math.min(bytes.length - from, random.nextInt(120));
    byte[] result = new byte[bytes.length - removed + copied];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(bytes, from, result, at, copied);
    System.arraycopy(bytes, at + removed, result, at + copied, bytes.length - at - removed);
    return result;
  }
}
