package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.Refusal;

/** The query of a call for decisions: {@code trace=true}, {@code trace=false} or nothing. */
final class Parameters {

  private Parameters() {}

  /** Whether the caller wants the trace; anything else in the query is refused. */
  static Trace trace(HttpServletRequest request) {
    String query = request.getQueryString();
    return switch (query == null ? "" : query) {
      case "", "trace=false" -> Trace.LEFT_OUT;
      case "trace=true" -> Trace.INCLUDED;
      default ->
          throw new Refusal(
              HttpProblems.badRequest("unknown query, expected none, trace=true or trace=false"));
    };
  }
}
