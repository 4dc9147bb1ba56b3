package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;

class StreamingTest {

  private static final String SAMPLE = Admitting.text("twelve-diagnoses.x12");
  private static final String CLAIM =
      SAMPLE.substring(SAMPLE.indexOf("CLM*"), SAMPLE.indexOf("SE*32"));
  private static final String HEAD = SAMPLE.substring(0, SAMPLE.indexOf("CLM*"));
  private static final int CLAIMS = 60_000;

  /** One interchange of about 30 MB that is never held whole. */
  private static final class Endless extends InputStream {
    private byte[] chunk = HEAD.getBytes(StandardCharsets.ISO_8859_1);
    private int at;
    private int claims;
    private long given;

    @Override
    public int read() {
      if (at == chunk.length) {
        if (claims == CLAIMS) {
          return -1;
        }
        claims++;
        chunk = CLAIM.getBytes(StandardCharsets.ISO_8859_1);
        at = 0;
      }
      given++;
      return chunk[at++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = 0;
      for (int next = 0; count < length && next >= 0; count += next >= 0 ? 1 : 0) {
        next = read();
        if (next >= 0) {
          target[offset + count] = (byte) next;
        }
      }
      return count == 0 && length > 0 ? -1 : count;
    }
  }

  @Test
  void largeInput_readClaimByClaim_isConsumedAsItIsAskedFor() {
    Endless input = new Endless();
    long slack = 200_000;
    int admitted = 0;
    try (Admissions admissions = X12Intake.open(input, Admitting.KEYS, X12Limits.DEFAULT)) {
      assertThat(admissions.next()).isInstanceOf(Admission.Admitted.class);
      assertThat(input.given).isLessThan(slack);
      admitted++;
      while (admissions.hasNext()) {
        admitted += admissions.next() instanceof Admission.Admitted ? 1 : 0;
        long needed = HEAD.length() + (long) CLAIM.length() * (admitted + 1);
        assertThat(input.given).isLessThan(needed + slack);
      }
    }
    // The last one has no trailer after it, so it is refused.
    assertThat(admitted).isEqualTo(CLAIMS - 1);
  }

  @Test
  void input_thatFails_isToldAsSuch() {
    InputStream failing =
        new InputStream() {
          private final byte[] start =
              SAMPLE.substring(0, 600).getBytes(StandardCharsets.ISO_8859_1);
          private int at;

          @Override
          public int read() throws IOException {
            if (at == start.length) {
              throw new IOException("the line is dead");
            }
            return start[at++];
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            target[offset] = (byte) read();
            return 1;
          }
        };
    try (Admissions admissions = X12Intake.open(failing, Admitting.KEYS, X12Limits.DEFAULT)) {
      assertThatThrownBy(admissions::hasNext).isInstanceOf(UncheckedIOException.class);
    }
  }
}
