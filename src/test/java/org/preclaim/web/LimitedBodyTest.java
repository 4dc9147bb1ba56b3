package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preclaim.web.refusal.Refusal;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;

/** The very byte at which a body is refused. */
class LimitedBodyTest {

  private static final int MOST = 10;

  /** Comes in chunks: nothing announces how long it is. */
  private static MockHttpServletRequest request(int bytes, String seconds) {
    MockServletContext context = new MockServletContext();
    context.setInitParameter(BodyPace.SECONDS, seconds);
    MockHttpServletRequest request =
        new MockHttpServletRequest(context) {
          @Override
          public long getContentLengthLong() {
            return -1;
          }
        };
    request.setContent(new byte[bytes]);
    return request;
  }

  private static InputStream body(int bytes, String seconds) throws IOException {
    return LimitedBody.of(request(bytes, seconds), MOST);
  }

  private static InputStream body(int bytes) throws IOException {
    return body(bytes, "3600");
  }

  @Test
  void body_asLongAsItMayBe_isReadToItsEnd() throws IOException {
    assertThat(body(MOST).readAllBytes()).hasSize(MOST);
    InputStream skipping = body(MOST);
    assertThat(skipping.skip(MOST)).isEqualTo(MOST);
    assertThat(skipping.read()).isNegative();
    assertThat(skipping.markSupported()).isFalse();
  }

  @Test
  void body_aByteLonger_isRefusedInTheReadThatPassesTheLimit() throws IOException {
    InputStream single = body(MOST + 1);
    assertThat(single.read(new byte[MOST])).isEqualTo(MOST);
    assertThatThrownBy(single::read).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> body(MOST + 1).read(new byte[MOST + 1], 0, MOST + 1))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> body(MOST + 1).skip(MOST + 1)).isInstanceOf(Refusal.class);
  }

  @Test
  void body_thatIsAnnouncedToBeLonger_isRefusedUnread() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setContent(new byte[MOST + 1]);

    assertThatThrownBy(() -> LimitedBody.of(request, MOST)).isInstanceOf(Refusal.class);
  }

  /** Only who can send more elsewhere is told where. */
  @ParameterizedTest
  @CsvSource({
    ", expected at most 10 bytes",
    "/elsewhere takes more, expected at most 10 bytes; /elsewhere takes more",
  })
  void body_thatIsLonger_isToldWhatTakesMore(@Nullable String instead, String detail)
      throws IOException {
    MockHttpServletRequest announced = new MockHttpServletRequest();
    announced.setContent(new byte[MOST + 1]);
    InputStream chunked = LimitedBody.of(request(MOST + 1, "3600"), MOST, instead);

    for (ThrowingCallable each :
        List.<ThrowingCallable>of(
            () -> LimitedBody.of(announced, MOST, instead), chunked::readAllBytes)) {
      assertThatThrownBy(each)
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.problem().detail()).isEqualTo(detail));
    }
  }

  @Test
  void body_thatIsSlow_isRefusedWithItsNextByte_andNotAtItsEnd() throws IOException {
    InputStream slow = body(1, "-1");
    assertThatThrownBy(slow::read).isInstanceOf(Refusal.class);
    assertThat(slow.read()).isNegative();
  }
}
