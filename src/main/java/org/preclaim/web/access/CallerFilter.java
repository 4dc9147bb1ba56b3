package org.preclaim.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.preclaim.caller.Caller;
import org.preclaim.web.refusal.ProblemResponse;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes who sent a request, holds callers to their limits, and writes the audit log's line of an
 * administrative act. It stands behind the filters that find out who it is.
 */
@Component
@Order(CallerFilter.BEHIND_PROOF)
class CallerFilter extends OncePerRequestFilter {

  /** Spring Security's own filters stand at -100. */
  static final int BEHIND_PROOF = -50;

  private final Access access;
  private final CallerSource source;
  private final CallerLimits limits;

  CallerFilter(Access access, CallerSource source) {
    this.access = access;
    this.source = source;
    this.limits = new CallerLimits(access.limits());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> known = source.current();
    if (known.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Caller caller = known.get();
    Identity.put(request, caller);
    if (access.isLocal()) {
      answer(caller, request, response, chain);
      return;
    }
    CallerLimits.Leave leave = limits.ask(caller);
    if (!leave.isGiven()) {
      ProblemResponse.write(request, response, leave.problem(), leave.delay());
      return;
    }
    try (leave) {
      answer(caller, leave.metered(request), response, chain);
    }
  }

  private static void answer(
      Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Endpoint> act = Endpoints.of(request).filter(Endpoint::act);
    boolean ended = false;
    try {
      chain.doFilter(request, response);
      ended = true;
    } finally {
      if (act.isPresent()) {
        act.get().noteAct(caller, request, ended ? response.getStatus() : "fault");
      }
    }
  }
}
