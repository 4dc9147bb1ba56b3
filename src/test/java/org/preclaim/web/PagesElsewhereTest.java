package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.caller.Role;
import org.preclaim.fixtures.ProvenService;
import org.preclaim.fixtures.RawHttp;
import org.preclaim.fixtures.RunningService;

/** What a browser is told that asks whether a page from elsewhere may call the service. */
class PagesElsewhereTest {

  private static final String EHR = "Origin: https://ehr.example";
  private static final String OTHER = "Origin: https://else.example";
  private static final String CARDS = "/cds-services/preclaim-claim-check";
  private static final String ALLOWED = "Access-Control-Allow-Origin: https://ehr.example\r\n";
  private static final String ANY_LEAVE = "Access-Control-Allow";

  private static ProvenService service;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    service =
        ProvenService.start(
            data,
            Map.of("preclaim.hooks.origins", "https://ehr.example,https://test.ehr.example:8443"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String ask(int port, String line, String... headers) throws IOException {
    StringBuilder request = new StringBuilder(line + " HTTP/1.1\r\nHost: localhost\r\n");
    Arrays.stream(headers).forEach(each -> request.append(each).append("\r\n"));
    try (RawHttp connection = new RawHttp(port)) {
      connection.send(request + "Connection: close\r\n\r\n");
      return connection.rest();
    }
  }

  private static String ask(String line, String... headers) throws IOException {
    return ask(service.server().port(), line, headers);
  }

  /** What a browser asks before a page may post JSON with a key; it shows no key itself. */
  private static String preflight(int port, String path, String origin) throws IOException {
    return ask(
        port,
        "OPTIONS " + path,
        origin,
        "Access-Control-Request-Method: POST",
        "Access-Control-Request-Headers: authorization,content-type");
  }

  private static String preflight(String path, String origin) throws IOException {
    return preflight(service.server().port(), path, origin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cds-services", CARDS, CARDS + "/feedback"})
  void preflight_ofAnOriginThatIsSet_isAnsweredWithoutCredential(String path) throws Exception {
    assertThat(preflight(path, EHR))
        .startsWith("HTTP/1.1 200 ")
        .contains(
            ALLOWED,
            "Access-Control-Allow-Methods: GET,POST\r\n",
            "Access-Control-Allow-Headers: authorization, content-type\r\n",
            "Access-Control-Max-Age: 3600\r\n",
            "Vary: Origin\r\n")
        .doesNotContain("Allow-Credentials");
    assertThat(preflight(path, "Origin: https://test.ehr.example:8443")).contains(ANY_LEAVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://else.example",
        "http://ehr.example",
        "https://ehr.example:8443",
        "https://ehr.example.else.example",
        "https://sub.ehr.example",
        "null"
      })
  void preflight_ofAnyOtherOrigin_isRefused(String origin) throws Exception {
    assertThat(preflight(CARDS, "Origin: " + origin))
        .startsWith("HTTP/1.1 403 ")
        .contains("application/problem+json", "urn:preclaim:problem:origin-not-allowed")
        .doesNotContain(ANY_LEAVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/decisions", "/v1/releases", "/actuator/health", "/cds-servicesx", "/"})
  void preflight_ofAnyOtherCall_isRefusedToEverybody(String path) throws Exception {
    assertThat(preflight(path, EHR)).startsWith("HTTP/1.1 403 ").doesNotContain(ANY_LEAVE);
  }

  @Test
  void preflight_belowFhir_isRefusedInFhir() throws Exception {
    assertThat(preflight("/fhir/metadata", EHR))
        .startsWith("HTTP/1.1 403 ")
        .contains("OperationOutcome", "origin-not-allowed")
        .doesNotContain(ANY_LEAVE);
  }

  @Test
  void preflight_forAMethodOrHeaderThatIsNotUsed_isRefused() throws Exception {
    assertThat(ask("OPTIONS " + CARDS, EHR, "Access-Control-Request-Method: DELETE"))
        .startsWith("HTTP/1.1 403 ");
    assertThat(
            ask(
                "OPTIONS " + CARDS,
                EHR,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: x-other"))
        .startsWith("HTTP/1.1 403 ");
  }

  @Test
  void call_ofAnOriginThatIsSet_canBeReadByThePage() throws Exception {
    String key = "Authorization: Bearer " + service.key("ehr", Role.DECIDE);
    String json = "Content-Type: application/json";

    assertThat(ask("GET /cds-services", EHR)).startsWith("HTTP/1.1 200 ").contains(ALLOWED);
    assertThat(ask("POST " + CARDS, EHR, key, json, "Content-Length: 0"))
        .startsWith("HTTP/1.1 400 ")
        .contains(ALLOWED);
    assertThat(ask("POST " + CARDS, EHR, json, "Content-Length: 0"))
        .as("a page can read that the key is missing")
        .startsWith("HTTP/1.1 401 ")
        .contains(ALLOWED);
    assertThat(ask("POST " + CARDS, OTHER, key, json, "Content-Length: 0"))
        .startsWith("HTTP/1.1 403 ")
        .contains("origin-not-allowed")
        .doesNotContain(ANY_LEAVE);
    assertThat(ask("GET /fhir/metadata", EHR)).doesNotContain(ANY_LEAVE);
  }

  @Test
  void anyPage_whereNoOriginIsSet_isRefused() throws Exception {
    int local = RunningService.only().port();

    for (String path : new String[] {"/cds-services", CARDS, "/v1/decisions"}) {
      assertThat(preflight(local, path, EHR))
          .startsWith("HTTP/1.1 403 ")
          .contains("urn:preclaim:problem:origin-not-allowed")
          .doesNotContain(ANY_LEAVE);
    }
    assertThat(ask(local, "GET /cds-services", EHR)).doesNotContain(ANY_LEAVE);
  }
}
