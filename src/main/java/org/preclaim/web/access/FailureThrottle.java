package org.preclaim.web.access;

import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.ProblemResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes an address wait that shows one wrong key or token after the other. Nobody guesses a key,
 * but each wrong token costs the check of a signature, and each failure a line of the log.
 */
final class FailureThrottle extends OncePerRequestFilter {

  private static final int MINUTE_SECONDS = 60;

  private final int failuresPerMinute;
  private final Recent<Bucket> addresses = new Recent<>();

  FailureThrottle(LimitSettings limits) {
    this.failuresPerMinute = limits.failuresPerMinute();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Bucket failures = addresses.find(address(request));
    if (request.getHeader(HttpHeaders.AUTHORIZATION) != null
        && failures != null
        && failures.getAvailableTokens() == 0) {
      long seconds = Math.max(1, MINUTE_SECONDS / failuresPerMinute);
      ProblemResponse.write(
          request, response, HttpProblems.tooManyFailures(), Duration.ofSeconds(seconds));
      return;
    }
    chain.doFilter(request, response);
  }

  /** Counts a failure of the request's address. */
  void failed(HttpServletRequest request) {
    addresses.get(address(request), this::bucket).tryConsume(1);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(failuresPerMinute)
                    .refillGreedy(failuresPerMinute, Duration.ofSeconds(MINUTE_SECONDS)))
        .build();
  }

  private static String address(HttpServletRequest request) {
    return request.getRemoteAddr();
  }
}
