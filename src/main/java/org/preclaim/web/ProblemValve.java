package org.preclaim.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.ProblemForm;

/**
 * Tomcat's last word on a request that never reached the application, for instance one whose
 * address is malformed: a problem like all others instead of a page. Public because Tomcat makes it
 * by name.
 */
public final class ProblemValve extends ErrorReportValve {

  private static final int FIRST_ERROR = 400;

  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    boolean ours = response.getContentWritten() > 0 || !response.setErrorReported();
    if (response.getStatus() < FIRST_ERROR || ours) {
      return;
    }
    try {
      ProblemForm form = ProblemForm.of(request);
      response.setContentType(form.mediaType());
      byte[] body = form.bytes(HttpProblems.ofStatus(response.getStatus()));
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException | IllegalStateException senderIsGone) {
      // Nobody is left to tell; Tomcat closes the connection.
    }
  }
}
