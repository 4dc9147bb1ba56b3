package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.caller.Caller;
import org.preclaim.caller.Role;
import org.preclaim.fixtures.FhirOutcome;
import org.preclaim.fixtures.ProvenService;
import org.preclaim.web.access.Endpoint;
import org.preclaim.web.access.Endpoint.Entry;
import org.preclaim.web.access.Endpoints;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every call × every role × no key × a wrong key, over HTTP against the running service. */
class RoleMatrixTest {

  private static final String UNAUTHENTICATED =
      "{\"type\":\"urn:preclaim:problem:unauthenticated\",\"title\":\"the caller is not known\","
          + "\"status\":401,\"detail\":\"expected the header Authorization: Bearer, with a key or a"
          + " token\",\"errors\":[]}\n";
  private static final String INVALID =
      "{\"type\":\"urn:preclaim:problem:invalid-credential\",\"title\":\"the key or token is not"
          + " accepted\",\"status\":401,\"detail\":\"expected a key of this service that holds, or a"
          + " token of its issuer and for it\",\"errors\":[]}\n";
  private static final String FORBIDDEN =
      "{\"type\":\"urn:preclaim:problem:forbidden\",\"title\":\"the caller may not do this\","
          + "\"status\":403,\"detail\":\"/v3/api-docs says which role each call asks for\","
          + "\"errors\":[]}\n";

  /** Tomcat's way to an error's answer, which no request may take itself. */
  private static final String ERROR = "/error";

  private static ProvenService service;
  private static final Map<Role, String> KEYS = new EnumMap<>(Role.class);

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    service = ProvenService.start(data, Map.of("preclaim.limits.failures-per-minute", "100000"));
    for (Role role : Role.values()) {
      KEYS.put(role, service.key(role.word(), role));
    }
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** A call as it could be made. */
  private record Call(String method, String path) {

    /** Whether {@code answer} refuses this call in these words, or their like in FHIR. */
    void assertRefused(HttpResponse<String> answer, int status, String body, String issue) {
      assertThat(answer.statusCode()).as(toString()).isEqualTo(status);
      if (path.startsWith("/fhir/")) {
        assertThat(type(answer)).as(toString()).isEqualTo("application/fhir+json");
        assertThat(FhirOutcome.only(answer.body())).as(toString()).isEqualTo(issue);
      } else {
        assertThat(type(answer)).as(toString()).isEqualTo("application/problem+json");
        assertThat(answer.body()).as(toString()).isEqualTo(body);
      }
    }

    Call {
      path = path.replaceAll("\\{[^}]*}", "x").replace("**", "x/y");
    }

    Endpoint row() {
      return Endpoints.of(new MockHttpServletRequest(method, path))
          .orElseThrow(() -> new AssertionError(this + " has no row in Endpoints"));
    }

    HttpResponse<String> with(String key) throws IOException, InterruptedException {
      String body = method.equals("POST") ? "{}" : "";
      return service.send(method, path, key.isEmpty() ? null : key, "application/json", body);
    }
  }

  /** What Spring would hand to some method of ours or of its own. */
  private static List<Call> mapped() {
    List<Call> calls = new ArrayList<>();
    service
        .server()
        .assembled()
        .getBeansOfType(RequestMappingInfoHandlerMapping.class)
        .values()
        .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> add(calls, info)));
    return calls;
  }

  private static void add(List<Call> calls, RequestMappingInfo info) {
    for (String path : info.getPatternValues()) {
      for (RequestMethod method : info.getMethodsCondition().getMethods()) {
        calls.add(new Call(method.name(), path));
      }
      if (info.getMethodsCondition().isEmpty()) {
        calls.add(new Call("GET", path));
      }
    }
  }

  private static List<Call> all() {
    List<Call> calls = new ArrayList<>(mapped());
    Endpoints.ALL.forEach(
        row -> calls.add(new Call(row.method().name(), row.path().getPatternString())));
    calls.removeIf(call -> call.path().equals(ERROR));
    return calls.stream().distinct().toList();
  }

  @Test
  void call_thatSpringKnows_hasRow() {
    NavigableSet<String> without = new TreeSet<>();
    List<Call> mapped = mapped();

    for (Call call : mapped) {
      if (Endpoints.of(new MockHttpServletRequest(call.method(), call.path())).isEmpty()) {
        without.add(call.path());
      }
    }

    assertThat(mapped).hasSizeGreaterThan(10);
    assertThat(without).as("calls without a row in Endpoints").containsExactly(ERROR);
  }

  @Test
  void call_withoutRow_isRefusedWhoeverAsks() throws Exception {
    for (String path : List.of(ERROR, "/v1/unknown", "/v1/decisions/x/y", "/v1/decisions/")) {
      assertThat(new Call("GET", path).with("").body()).as(path).isEqualTo(UNAUTHENTICATED);
      for (String key : KEYS.values()) {
        HttpResponse<String> answer = new Call("GET", path).with(key);
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(answer.body()).contains("urn:preclaim:problem:not-found");
      }
    }
    HttpResponse<String> otherMethod = new Call("DELETE", "/v1/decisions").with(key(Role.ADMIN));
    assertThat(otherMethod.statusCode()).isEqualTo(405);
    assertThat(otherMethod.headers().firstValue("Allow")).contains("GET, POST");
  }

  @Test
  void call_ofEachRole_isLetInByTheTableOnly() throws Exception {
    for (Call call : all()) {
      for (Role role : Role.values()) {
        HttpResponse<String> answer = call.with(key(role));
        String what = call + " as " + role;
        boolean allowed =
            call.row().entry() != Entry.ROLES
                || call.row().lets(new Caller("someone", Set.of(role)));
        if (allowed) {
          assertThat(answer.statusCode()).as(what).isNotIn(401, 403, 429, 500);
        } else {
          call.assertRefused(answer, 403, FORBIDDEN, "forbidden forbidden");
        }
      }
    }
  }

  @Test
  void call_withoutKey_isLetInWhereOpenOnly() throws Exception {
    for (Call call : all()) {
      HttpResponse<String> answer = call.with("");
      if (call.row().entry() == Entry.ROLES) {
        call.assertRefused(answer, 401, UNAUTHENTICATED, "login unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
            .contains("Bearer realm=\"preclaim\"");
      } else {
        assertThat(answer.statusCode()).as(call.toString()).isNotIn(401, 403, 500);
      }
    }
  }

  private static String key(Role role) {
    return Objects.requireNonNull(KEYS.get(role));
  }

  @Test
  void call_withWrongKey_isRefusedInOneWay() throws Exception {
    String held = key(Role.ADMIN);
    char last = held.charAt(held.length() - 1);
    List<String> wrong =
        List.of(
            held.substring(0, held.length() - 1) + (last == '0' ? '1' : '0'),
            "preclaim_0123456789abcdef_" + "0".repeat(64),
            "preclaim_",
            "nonsense",
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.");
    for (Call call : all()) {
      for (String key : wrong) {
        HttpResponse<String> answer = call.with(key);
        call.assertRefused(answer, 401, INVALID, "unknown invalid-credential");
      }
    }
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }
}
