package org.preclaim.web.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.caller.Caller;
import org.preclaim.web.refusal.HttpProblems;

/** How much each caller may send: so many requests a second, bytes a minute, and at a time. */
final class CallerLimits {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final LimitSettings settings;
  private final Recent<Share> shares = new Recent<>();

  /** What one caller may have. */
  record Share(Bucket requests, Bucket bytes, Semaphore places) {}

  CallerLimits(LimitSettings settings) {
    this.settings = settings;
  }

  /** Asks for leave to answer a request of {@code caller}; what is given must be given back. */
  Leave ask(Caller caller) {
    Share share = shares.get(caller.name(), this::share);
    if (!share.places().tryAcquire()) {
      return new Leave(null, HttpProblems.tooManyAtOnce(), SECOND);
    }
    ConsumptionProbe probe = share.requests().tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      share.places().release();
      return new Leave(
          null, HttpProblems.tooManyRequests(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
    return new Leave(share, null, Duration.ZERO);
  }

  private Share share() {
    Bucket requests =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(settings.burst())
                        .refillGreedy(settings.requestsPerSecond(), SECOND))
            .build();
    long bytesMax = settings.bytesPerMinute().toBytes();
    Bucket bytes =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(bytesMax).refillGreedy(bytesMax, MINUTE))
            .build();
    return new Share(requests, bytes, new Semaphore(settings.concurrent()));
  }

  /**
   * Leave to answer a request, or why there is none.
   *
   * @param share of which a place is to be given back; absent where there is no leave
   * @param refusal absent where there is leave
   * @param delay after which another try makes sense
   */
  record Leave(@Nullable Share share, @Nullable ProblemAnswer refusal, Duration delay)
      implements AutoCloseable {

    boolean isGiven() {
      return share != null;
    }

    /** The request, which counts what is read of it. */
    HttpServletRequest metered(HttpServletRequest request) {
      return share == null ? request : new MeteredRequest(request, share.bytes());
    }

    ProblemAnswer problem() {
      if (refusal == null) {
        throw new IllegalStateException("there is leave");
      }
      return refusal;
    }

    @Override
    public void close() {
      if (share != null) {
        share.places().release();
      }
    }
  }
}
