package org.preclaim.web.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.answer.ProblemJson;
import org.springframework.http.HttpHeaders;

/** A problem as the whole answer, from where no call has seen the request yet. */
public final class ProblemResponse {

  private ProblemResponse() {}

  /** Answers with {@code problem}. */
  public static void write(HttpServletResponse response, ProblemAnswer problem) throws IOException {
    byte[] body = (ProblemJson.line(problem) + "\n").getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.status());
    response.setContentType(ProblemJson.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** Answers with {@code problem}, and says after how long another try makes sense. */
  static void write(HttpServletResponse response, ProblemAnswer problem, Duration wait)
      throws IOException {
    long seconds = Math.max(1, wait.plusNanos(Duration.ofSeconds(1).toNanos() - 1).toSeconds());
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    write(response, problem);
  }
}
