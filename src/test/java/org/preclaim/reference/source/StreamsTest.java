package org.preclaim.reference.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What streams tell, and the very byte at which they refuse. */
class StreamsTest {

  private static final int STEP = 1 << 18;

  private final List<String> told = new ArrayList<>();

  private InputStream limited(int bytes) {
    SourceLimits limits = new SourceLimits(10, 200, 1, 1, 1);
    return limits.unpacked(new ByteArrayInputStream(new byte[bytes]), bytes);
  }

  @Test
  void limit_exactlyReached_isNoRefusal() throws IOException {
    assertThat(limited(10).readAllBytes()).hasSize(10);
    InputStream single = limited(10);
    for (int read = 0; read < 10; read++) {
      assertThat(single.read()).isZero();
    }
    assertThat(single.read()).isNegative();
    assertThat(single.read(new byte[3])).isNegative();
  }

  @Test
  void limit_passedByAByte_isRefusedInTheReadThatPassesIt() throws IOException {
    InputStream single = limited(11);
    assertThat(single.read(new byte[10])).isEqualTo(10);
    assertThatThrownBy(single::read)
        .isInstanceOf(TooLargeException.class)
        .hasMessage("it unpacks to more than 10 bytes");
    assertThatThrownBy(single::read).isInstanceOf(TooLargeException.class);
    assertThatThrownBy(() -> limited(11).read(new byte[11], 0, 11))
        .isInstanceOf(TooLargeException.class);
    InputStream skipping = limited(11);
    assertThat(skipping.skip(10)).isEqualTo(10);
    assertThatThrownBy(() -> skipping.skip(1)).isInstanceOf(TooLargeException.class);
  }

  @Test
  void stream_thatCounts_goesBackNowhere() {
    assertThat(limited(1).markSupported()).isFalse();
    assertThat(counted(1).markSupported()).isFalse();
  }

  private InputStream counted(int bytes) {
    return CountedStream.nowAndThen(
        new ByteArrayInputStream(new byte[bytes]), "file", bytes, this::tell);
  }

  private void tell(String file, long bytes, long of) {
    told.add(file + " " + bytes + " of " + of);
  }

  @Test
  void reading_isToldNowAndThen() throws IOException {
    InputStream in = counted(3 * STEP);

    assertThat(in.readNBytes(STEP - 1)).hasSize(STEP - 1);
    assertThat(told).isEmpty();
    assertThat(in.read()).isZero();
    assertThat(in.skip(STEP)).isEqualTo(STEP);
    assertThat(in.read(new byte[1])).isEqualTo(1);

    assertThat(told).containsExactly("file 262144 of 786432", "file 524288 of 786432");
  }

  @Test
  void reading_ofEachRead_isToldWithEach_andNotAtTheEnd() throws IOException {
    InputStream in =
        CountedStream.eachRead(new ByteArrayInputStream(new byte[4]), "file", 4, this::tell);

    assertThat(in.read()).isZero();
    assertThat(in.read(new byte[2])).isEqualTo(2);
    assertThat(in.skip(9)).isEqualTo(1);
    assertThat(in.read()).isNegative();

    assertThat(told).containsExactly("file 1 of 4", "file 3 of 4", "file 4 of 4");
  }
}
