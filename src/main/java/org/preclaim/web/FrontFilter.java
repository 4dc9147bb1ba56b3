package org.preclaim.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.web.access.Access;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.ProblemResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The first to see a request and the last to see its answer. It turns away requests for other
 * hosts, forbids caches to keep answers, and logs each request by its route, never by its address:
 * that is the caller's text.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FrontFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(FrontFilter.class);

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1\\]?|\\[?0(:0){6}:1\\]?");

  private static final Map<String, String> HEADERS =
      Map.of(
          "Cache-Control",
          "no-store",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Content-Security-Policy",
          "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
              + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");

  private final Access access;

  FrontFilter(Access access) {
    this.access = access;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long start = System.nanoTime();
    HEADERS.forEach(response::setHeader);
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    try {
      if (isForHere(request.getServerName())) {
        chain.doFilter(request, response);
      } else {
        ProblemResponse.write(request, response, misdirected());
      }
    } finally {
      log(request, response, System.nanoTime() - start);
    }
  }

  /**
   * Whether the service goes by this name. A page elsewhere could point its own name at this
   * machine; the name gives it away. Where callers prove who they are, such a page has no proof.
   */
  private boolean isForHere(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return access.isLocal()
        ? LOOPBACK.matcher(name).matches()
        : access.hosts().isEmpty() || access.hosts().contains(name);
  }

  private ProblemAnswer misdirected() {
    return access.isLocal() ? HttpProblems.notLoopback() : HttpProblems.misdirected();
  }

  private static void log(HttpServletRequest request, HttpServletResponse response, long nanos) {
    Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    HttpMethod method = HttpMethod.valueOf(request.getMethod());
    boolean known = List.of(HttpMethod.values()).contains(method);
    LOG.info(
        "request method={} route={} status={} ms={}",
        known ? method : "other",
        route == null ? "none" : route,
        response.getStatus(),
        TimeUnit.NANOSECONDS.toMillis(nanos));
  }
}
