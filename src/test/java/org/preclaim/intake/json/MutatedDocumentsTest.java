package org.preclaim.intake.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.Words;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admission.Refused;

/** Whatever bytes come, the reader answers; it never throws. */
class MutatedDocumentsTest {

  private static final int ROUNDS = 20_000;
  private static final String SPLICE = "\"{}[],:0159-eE.\\untlfra/ \n\r\t\u0000";

  private final byte[] valid =
      GoldenFile.text("intake/json/admitted/contract.json").getBytes(StandardCharsets.UTF_8);
  private final EncounterJson json = new EncounterJson(Words.VOCABULARY);

  @Test
  void mutatedDocument_read_isAdmittedOrRefusedWithProblems() {
    long seed = new Random().nextLong();
    System.out.println("MutatedDocumentsTest seed " + seed);
    Random random = new Random(seed);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] mutated = mutated(random);
      String as = "seed " + seed + ", round " + round;
      Admission admission = json.read(new ByteArrayInputStream(mutated), "-");
      if (admission instanceof Refused bad) {
        refused++;
        assertThat(bad.problems()).as(as).isNotEmpty();
        assertThat(bad.problems())
            .as(as)
            .allSatisfy(problem -> assertThat(problem.message()).doesNotContain("\n"));
      }
    }
    assertThat(refused).as("seed %d", seed).isBetween(ROUNDS / 2, ROUNDS - 1);
  }

  private byte[] mutated(Random random) {
    byte[] bytes = valid.clone();
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) SPLICE.charAt(random.nextInt(SPLICE.length()));
        case 2 -> bytes = spliced(bytes, at, 0, random);
        default -> bytes = spliced(bytes, at, Math.min(bytes.length - at, 9), random);
      }
    }
    return bytes;
  }

  /** Repeats or removes a stretch of the document. */
  private static byte[] spliced(byte[] bytes, int at, int removed, Random random) {
    int from = random.nextInt(bytes.length);
    int copied = removed > 0 ? 0 : Math.min(bytes.length - from, random.nextInt(40));
    byte[] result = new byte[bytes.length - removed + copied];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(bytes, from, result, at, copied);
    System.arraycopy(bytes, at + removed, result, at + copied, bytes.length - at - removed);
    return result;
  }
}
