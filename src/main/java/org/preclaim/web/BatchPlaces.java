package org.preclaim.web;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The places of requests that last as long as their senders like: half of the service's threads, so
 * that single encounters always find one.
 */
@Component
class BatchPlaces {

  private final Semaphore free;

  BatchPlaces(@Value("${server.tomcat.threads.max}") int threads) {
    this.free = new Semaphore(Math.max(1, threads / 2));
  }

  /** A request that takes its time. */
  interface Batch {
    void answer() throws IOException;
  }

  /** Answers {@code batch}; throws {@link Refusal} where no place is free. */
  void answer(Batch batch) throws IOException {
    if (!free.tryAcquire()) {
      throw new Refusal(HttpProblems.tooManyBatches());
    }
    try {
      batch.answer();
    } finally {
      free.release();
    }
  }
}
