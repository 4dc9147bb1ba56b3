package org.preclaim.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Caller;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.ProblemResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Turns away who is not known or may not, in words that are the same for everybody. */
final class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
  private static final String BEARER = "Bearer realm=\"preclaim\"";

  private final CallerSource source;
  private final FailureThrottle throttle;
  private final @Nullable String login;

  /**
   * A doorkeeper.
   *
   * @param source tells who was refused
   * @param login where a person's login begins; absent where there is none
   */
  Doorkeeper(CallerSource source, FailureThrottle throttle, @Nullable String login) {
    this.source = source;
    this.throttle = throttle;
    this.login = login;
  }

  /** Whether a person looks at a page, as opposed to a program that makes a call. */
  static boolean isPageView(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return HttpMethod.GET.matches(request.getMethod())
        && accept != null
        && accept.contains("text/html");
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (why instanceof BearerCallers.Unavailable) {
      LOG.warn("callers cannot be recognised what={} type={}", why.getMessage(), type(why));
      ProblemResponse.write(
          request,
          response,
          why.getCause() instanceof JournalFault
              ? HttpProblems.keysUnavailable()
              : HttpProblems.issuerUnavailable());
      return;
    }
    if (!(why instanceof InsufficientAuthenticationException)) {
      throttle.failed(request);
      LOG.info("credential not accepted address={}", request.getRemoteAddr());
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER + ", error=\"invalid_token\"");
      ProblemResponse.write(request, response, HttpProblems.invalidCredential());
      return;
    }
    if (login != null && isPageView(request)) {
      response.sendRedirect(request.getContextPath() + login);
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER);
    ProblemResponse.write(request, response, HttpProblems.unauthenticated());
  }

  private static String type(AuthenticationException why) {
    return why.getCause() == null ? "none" : why.getCause().getClass().getName();
  }

  /** An act that was tried stands in the audit log like one that was done. */
  private static void noteForbidden(Caller caller, HttpServletRequest request, Endpoint endpoint) {
    if (endpoint.act()) {
      endpoint.noteAct(caller, request, HttpStatus.FORBIDDEN.value());
    } else {
      LOG.info("role missing by={} on={}", caller.name(), endpoint.path().getPatternString());
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    if (why instanceof CsrfException) {
      ProblemResponse.write(request, response, HttpProblems.forged());
      return;
    }
    Optional<Endpoint> endpoint = Endpoints.of(request);
    if (endpoint.isPresent()) {
      source.current().ifPresent(caller -> noteForbidden(caller, request, endpoint.get()));
      ProblemResponse.write(request, response, HttpProblems.forbidden());
      return;
    }
    List<HttpMethod> methods = Endpoints.methodsAt(request);
    if (methods.isEmpty()) {
      ProblemResponse.write(request, response, HttpProblems.notFound());
      return;
    }
    response.setHeader(
        HttpHeaders.ALLOW,
        methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")));
    ProblemResponse.write(request, response, HttpProblems.methodNotAllowed(methods));
  }
}
