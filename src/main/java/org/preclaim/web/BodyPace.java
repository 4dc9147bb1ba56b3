package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.TimeUnit;

/**
 * How slowly a body may come. While it comes it holds one of the service's threads, and silence
 * alone would let a sender of a byte a second hold one for days.
 */
final class BodyPace {

  /** How many seconds any body may take; a parameter of the servlet context. */
  static final String SECONDS = "preclaim.body-seconds";

  /** What a body that takes longer must bring a second, on average. */
  private static final long BYTES_PER_SECOND_MIN = 16 << 10;

  private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final long start = System.nanoTime();
  private final long secondsFree;

  private BodyPace(long secondsFree) {
    this.secondsFree = secondsFree;
  }

  /** The pace of a body that begins now. */
  static BodyPace of(HttpServletRequest request) {
    return new BodyPace(Long.parseLong(request.getServletContext().getInitParameter(SECONDS)));
  }

  /** Whether {@code bytes} until now are enough. */
  boolean isKept(long bytes) {
    long nanosMax =
        secondsFree * NANOS_PER_SECOND + bytes * NANOS_PER_SECOND / BYTES_PER_SECOND_MIN;
    return System.nanoTime() - start <= nanosMax;
  }
}
