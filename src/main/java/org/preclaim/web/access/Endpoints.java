package org.preclaim.web.access;

import static org.preclaim.caller.Role.ADMIN;
import static org.preclaim.caller.Role.ANALYST;
import static org.preclaim.caller.Role.APPROVER;
import static org.preclaim.caller.Role.AUDITOR;
import static org.preclaim.caller.Role.DECIDE;
import static org.preclaim.caller.Role.ENGINEER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.preclaim.caller.Role;
import org.springframework.http.HttpMethod;

/**
 * The table of calls: which role each asks for. The first row that fits a request holds. What has
 * no row is refused, so that a call which somebody adds is closed until it is given one here.
 */
public final class Endpoints {

  private static final Role[] LIFE_CYCLE = {ANALYST, APPROVER, AUDITOR, ENGINEER};

  /** All rows; those that are asked for most come first. */
  public static final List<Endpoint> ALL =
      Stream.of(decisions(), policies(), official(), pages()).flatMap(List::stream).toList();

  private Endpoints() {}

  private static List<Endpoint> decisions() {
    return List.of(
        Endpoint.call(POST, "/v1/decisions", DECIDE),
        Endpoint.call(POST, "/v1/decisions/batch", DECIDE),
        Endpoint.call(POST, "/v1/x12/acknowledgments", DECIDE),
        Endpoint.open(GET, "/fhir/metadata"),
        Endpoint.call(GET, "/fhir/**", DECIDE),
        Endpoint.call(POST, "/fhir/**", DECIDE),
        Endpoint.open(GET, "/cds-services"),
        Endpoint.call(POST, "/cds-services/**", DECIDE),
        Endpoint.call(GET, "/v1/decisions", AUDITOR),
        // Who may only decide sees its own.
        Endpoint.call(GET, "/v1/decisions/{id}", AUDITOR, DECIDE),
        Endpoint.act(POST, "/v1/replays", ANALYST, AUDITOR),
        Endpoint.call(GET, "/v1/replays/{id}", ANALYST, AUDITOR),
        Endpoint.act(DELETE, "/v1/replays/{id}", ANALYST, AUDITOR));
  }

  private static List<Endpoint> policies() {
    return List.of(
        Endpoint.call(GET, "/v1/releases/**", LIFE_CYCLE),
        Endpoint.act(POST, "/v1/releases", ANALYST, ENGINEER),
        Endpoint.act(POST, "/v1/releases/{id}/approval", APPROVER),
        Endpoint.act(POST, "/v1/releases/{id}/rejection", APPROVER),
        // Authors take their own drafts back.
        Endpoint.act(POST, "/v1/releases/{id}/withdrawal", ANALYST, APPROVER, ENGINEER),
        Endpoint.act(POST, "/v1/releases/{id}/activation", APPROVER),
        Endpoint.act(POST, "/v1/releases/{id}/rollback", APPROVER));
  }

  private static List<Endpoint> official() {
    return List.of(
        Endpoint.call(GET, "/v1/reference", Role.values()),
        Endpoint.act(POST, "/v1/reference", ADMIN));
  }

  private static List<Endpoint> pages() {
    return List.of(
        Endpoint.open(GET, "/actuator/health"),
        Endpoint.open(GET, "/actuator/health/liveness"),
        Endpoint.open(GET, "/actuator/health/readiness"),
        Endpoint.call(GET, "/actuator/**", ADMIN),
        Endpoint.act(POST, "/actuator/**", ADMIN),
        Endpoint.page("/"),
        Endpoint.page("/v3/api-docs"),
        Endpoint.page("/swagger-ui"),
        Endpoint.page("/swagger-ui/**"));
  }

  /** The row of a request; none where it is refused. */
  public static Optional<Endpoint> of(HttpServletRequest request) {
    HttpMethod method = HttpMethod.valueOf(request.getMethod());
    return at(request).filter(row -> row.isFor(method)).findFirst();
  }

  /** The methods for which there is a row at the address of a request. */
  static List<HttpMethod> methodsAt(HttpServletRequest request) {
    return at(request).map(Endpoint::method).distinct().toList();
  }

  private static Stream<Endpoint> at(HttpServletRequest request) {
    return ALL.stream().filter(row -> row.isAt(request));
  }
}
