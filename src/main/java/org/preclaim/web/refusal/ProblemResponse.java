package org.preclaim.web.refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.preclaim.answer.ProblemAnswer;
import org.springframework.http.HttpHeaders;

/** A problem as the whole answer, from where no call has seen the request yet. */
public final class ProblemResponse {

  private ProblemResponse() {}

  /** Answers {@code request} with {@code problem}. */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, ProblemAnswer problem)
      throws IOException {
    ProblemForm form = ProblemForm.of(request);
    byte[] body = form.bytes(problem);
    response.setStatus(problem.status());
    response.setContentType(form.mediaType());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** The same, and says after how long another try makes sense. */
  public static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      ProblemAnswer problem,
      Duration wait)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, seconds(wait));
    write(request, response, problem);
  }

  /** The header Retry-After: whole seconds, so that what is said to be over is over. */
  public static String seconds(Duration wait) {
    return Long.toString(
        Math.max(1, wait.plusNanos(Duration.ofSeconds(1).toNanos() - 1).toSeconds()));
  }
}
