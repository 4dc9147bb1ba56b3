package org.preclaim.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.ProblemResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.RequestPath;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What pages from elsewhere may do in a browser (CORS): those of the origins that are set may call
 * the CDS Hooks, and no page may call anything else. It stands before the proof of callers, since a
 * browser asks for leave without any.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PagesElsewhere extends CorsFilter {

  private static final Duration LEAVE = Duration.ofHours(1);

  PagesElsewhere(Access access) {
    super(new Leave(access.hooks()));
    setCorsProcessor(new Answers());
  }

  /** Who may call what. */
  private static final class Leave implements CorsConfigurationSource {

    private static final PathPattern HOOKS =
        PathPatternParser.defaultInstance.parse("/cds-services/**");

    private final CorsConfiguration nobody = new CorsConfiguration();
    private final @Nullable CorsConfiguration some;

    Leave(HookSettings settings) {
      some = settings.origins().isEmpty() ? null : some(settings);
    }

    private static CorsConfiguration some(HookSettings settings) {
      CorsConfiguration some = new CorsConfiguration();
      some.setAllowedOrigins(List.copyOf(settings.origins()));
      some.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.POST.name()));
      some.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE));
      some.setExposedHeaders(List.of(HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE));
      // A key or token is set by the page itself; what a browser adds on its own counts nowhere.
      some.setAllowCredentials(false);
      some.setMaxAge(LEAVE);
      return some;
    }

    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
      if (some != null
          && HOOKS.matches(
              RequestPath.parse(request.getRequestURI(), request.getContextPath())
                  .pathWithinApplication())) {
        return some;
      }
      return CorsUtils.isPreFlightRequest(request) ? nobody : null;
    }
  }

  /** Refuses in the words of everything else. */
  private static final class Answers extends DefaultCorsProcessor {

    @Override
    public boolean processRequest(
        @Nullable CorsConfiguration leave, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (super.processRequest(leave, request, response)) {
        return true;
      }
      ProblemResponse.write(request, response, HttpProblems.originNotAllowed());
      return false;
    }

    /** Would end the answer with words of its own. */
    @Override
    protected void rejectRequest(ServerHttpResponse response) {
      // The answer is written above.
    }
  }
}
