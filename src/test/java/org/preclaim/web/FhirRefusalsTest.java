package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.caller.Role;
import org.preclaim.fixtures.FhirOutcome;
import org.preclaim.fixtures.ProvenService;
import org.preclaim.fixtures.RawHttp;
import org.preclaim.fixtures.RunningService;
import org.preclaim.fixtures.SampleDesk;

/** Whoever speaks FHIR is refused in FHIR, whoever it is that refuses: call, filter or server. */
class FhirRefusalsTest {

  private static final String FHIR = "application/fhir+json";
  private static final String SUBMIT = "/fhir/Claim/$submit";
  private static final FhirContext R4 = FhirContext.forR4Cached();

  private static ProvenService proven;
  private static Path folder;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    folder = data;
    proven =
        ProvenService.start(
            data,
            Map.of(
                "preclaim.limits.requests-per-second", "1",
                "preclaim.limits.burst", "2",
                "preclaim.limits.concurrent", "1",
                "preclaim.callers.jwk-set-uri", "http://127.0.0.1:1/jwks",
                "preclaim.callers.audience", "preclaim",
                "server.tomcat.connection-timeout", "500ms"));
  }

  @AfterAll
  static void stop() {
    proven.close();
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String issue) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(FHIR);
    assertThat(FhirOutcome.only(answer.body())).isEqualTo(issue);
  }

  /** The same of an answer as it came over the wire. */
  private static void assertRefused(String answer, int status, String issue) {
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer.lines()).anyMatch(line -> line.equalsIgnoreCase("Content-Type: " + FHIR));
    assertThat(FhirOutcome.only(answer.substring(answer.indexOf("\r\n\r\n") + 4).strip()))
        .isEqualTo(issue);
  }

  private static String sent(int port, String request) throws IOException {
    try (RawHttp connection = new RawHttp(port)) {
      connection.send(request);
      return connection.readTo("}\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "GET /fhir/%zz | | 400 | invalid bad-request",
        "GET /fhir/a%2Fb | | 400 | invalid bad-request",
        "GET /fhir/nothing | | 404 | not-found not-found",
        "GET /fhir | | 404 | not-found not-found",
        "GET /fhir/metadata | X-Long: LONG | 400 | invalid bad-request",
        "GET /fhir/metadata | Expect: nonsense | 417 | invalid http-417",
        "PUT /fhir/metadata | | 405 | not-supported method-not-allowed",
        "FOO /fhir/metadata | | 405 | not-supported method-not-allowed",
        "GET /fhir/metadata | Accept: application/fhir+xml | 406 | not-supported not-acceptable",
        "GET /fhir/metadata | Accept: text/html | 406 | not-supported not-acceptable",
        "GET /fhir/metadata | Accept: nonsense | 406 | not-supported not-acceptable",
        "GET /fhir/metadata | Accept: application/json;q=0 | 406 | not-supported not-acceptable",
        "GET /fhir/metadata?_format=xml | | 406 | not-supported not-acceptable",
        "GET /fhir/metadata?_format=ttl | Accept: application/json | 406 | not-supported not-acceptable",
        "GET /fhir/metadata?_summary=true | | 400 | invalid bad-request",
      },
      delimiter = '|')
  void request_refusedByWhomever_isAnOperationOutcome(
      String line, String header, int status, String issue) throws Exception {
    String head = header == null ? "" : header.replace("LONG", "x".repeat(20_000)) + "\r\n";

    String answer =
        sent(
            RunningService.only().port(),
            line + " HTTP/1.1\r\nHost: localhost\r\n" + head + "Connection: close\r\n\r\n");

    assertRefused(answer, status, issue);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "application/fhir+xml | | 2 | 415 | not-supported unsupported-media-type",
        "text/plain | | 2 | 415 | not-supported unsupported-media-type",
        "nonsense | | 2 | 415 | not-supported unsupported-media-type",
        "application/fhir+json | Content-Encoding: gzip | 2 | 415 | not-supported unsupported-encoding",
        "application/fhir+json;charset=latin1 | | 2 | 415 | not-supported unsupported-encoding",
        "application/fhir+json | Accept: application/xml | 2 | 406 | not-supported not-acceptable",
        "application/fhir+json | Idempotency-Key: a b | 2 | 400 | invalid bad-request",
        "application/fhir+json | | 1048577 | 413 | too-long too-large",
        "application/fhir+json | Transfer-Encoding: nonsense | 2 | 501 | not-supported http-501",
      },
      delimiter = '|')
  void claim_refusedBeforeItIsRead_isAnOperationOutcome(
      String type, String header, int length, int status, String issue) throws Exception {
    String answer =
        sent(
            RunningService.only().port(),
            "POST "
                + SUBMIT
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                + type
                + "\r\n"
                + (header == null ? "" : header + "\r\n")
                + "Content-Length: "
                + length
                + "\r\nConnection: close\r\n\r\n{}");

    assertRefused(answer, status, issue);
  }

  @Test
  void host_thatIsNotOfTheService_isToldInFhir() throws Exception {
    assertRefused(
        sent(
            RunningService.only().port(),
            "GET /fhir/metadata HTTP/1.1\r\nHost: else.example\r\n\r\n"),
        421,
        "invalid misdirected-request");
  }

  @Test
  void chunkedClaim_aboveTheLimit_isTooLong() throws Exception {
    try (RawHttp connection = new RawHttp(RunningService.only().port())) {
      connection.sendPost(
          SUBMIT, "Content-Type: " + FHIR, "Transfer-Encoding: chunked", "Connection: close");
      connection.sendChunk(" ".repeat((1 << 20) + 1));

      assertRefused(connection.readTo("}\n"), 413, "too-long too-large");
    }
  }

  @Test
  void sender_thatFallsSilent_isToldSo() throws Exception {
    try (RawHttp connection = new RawHttp(proven.server().port())) {
      connection.sendPost(
          SUBMIT,
          "Authorization: Bearer " + proven.key("silent", Role.DECIDE),
          "Content-Type: " + FHIR,
          "Content-Length: 100");
      connection.send("{");

      assertRefused(connection.readTo("}\n"), 408, "timeout http-408");
    }
  }

  @Test
  void callers_whoAreNotLetIn_areToldInFhir() throws Exception {
    String auditor = proven.key("nosy", Role.AUDITOR);
    String jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtZSJ9.c2ln";

    HttpResponse<String> nobody = proven.get("/fhir/CodeSystem/kind", null);
    assertRefused(nobody, 401, "login unauthenticated");
    assertThat(nobody.headers().firstValue("WWW-Authenticate")).isPresent();
    assertRefused(proven.get("/fhir/CodeSystem/kind", "wrong"), 401, "unknown invalid-credential");
    assertRefused(proven.get("/fhir/CodeSystem/kind", auditor), 403, "forbidden forbidden");
    assertRefused(proven.get("/fhir/CodeSystem/kind", jwt), 503, "transient issuer-unavailable");
  }

  @Test
  void methodWithoutRow_ofACaller_isToldInFhir() throws Exception {
    String key = proven.key("deleting", Role.DECIDE);

    HttpResponse<String> answer = proven.send("DELETE", "/fhir/Claim/1", key, "", "");

    assertRefused(answer, 405, "not-supported method-not-allowed");
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST");
  }

  @Test
  void requests_beyondTheLimit_areThrottledInFhir() throws Exception {
    String key = proven.key("hasty", Role.DECIDE);

    HttpResponse<String> answer = proven.refused(() -> proven.get("/fhir/Patient/1", key));

    assertRefused(answer, 429, "throttled too-many-requests");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void requests_tooManyAtOnce_areThrottledInFhir() throws Exception {
    String key = proven.key("eager", Role.DECIDE);
    try (RawHttp open = new RawHttp(proven.server().port())) {
      open.sendPost(
          "/v1/decisions/batch",
          "Authorization: Bearer " + key,
          "Content-Type: application/x-ndjson",
          "Transfer-Encoding: chunked");
      open.sendChunk("{\n");
      open.readTo("}\n");

      assertRefused(proven.get("/fhir/CodeSystem/kind", key), 429, "throttled too-many-at-once");
    }
  }

  @Test
  void address_withWrongKeys_isThrottledInFhir(@TempDir Path data) throws Exception {
    try (ProvenService strict =
        ProvenService.start(data, Map.of("preclaim.limits.failures-per-minute", "1"))) {
      strict.get("/fhir/CodeSystem/kind", "wrong");

      assertRefused(
          strict.get("/fhir/CodeSystem/kind", "wrong"), 429, "throttled too-many-failures");
    }
  }

  @Test
  void journal_thatTakesNothing_isTransient() throws Exception {
    String key = proven.key("unlucky", Role.DECIDE);
    execute(
        "CREATE TRIGGER full BEFORE INSERT ON journal_entry BEGIN SELECT RAISE(ABORT, ''); END");
    try {
      assertRefused(
          proven.send("POST", SUBMIT, key, FHIR, FhirControllerTest.claim(SampleDesk.DENIED)),
          503,
          "transient JOURNAL-UNAVAILABLE");
    } finally {
      execute("DROP TRIGGER full");
    }
  }

  private static void execute(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        " | | application/fhir+json",
        " | */* | application/fhir+json",
        " | application/* | application/fhir+json",
        " | application/json | application/json",
        " | 'application/fhir+xml;q=0.9, application/fhir+json;q=0.5' | application/fhir+json",
        " | application/fhir+json;fhirVersion=4.0 | application/fhir+json",
        "_format=json | application/xml | application/fhir+json",
        "_format=application/fhir+json | text/html | application/fhir+json",
        "_format=application/json | | application/json",
        "_format=json&_pretty=true | | application/fhir+json",
      },
      delimiter = '|')
  void json_askedForInAnyWay_isAnswered(String query, String accept, String type) throws Exception {
    String answer =
        sent(
            RunningService.only().port(),
            "GET /fhir/metadata"
                + (query == null ? "" : "?" + query)
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + (accept == null ? "" : "Accept: " + accept + "\r\n")
                + "\r\n");

    assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Content-Type: " + type + "\r\n");
  }

  @Test
  void hapisClient_whichWantsXml_readsThatThereIsJsonOnly() {
    IGenericClient client = client(RunningService.only().port());
    client.setEncoding(EncodingEnum.XML);

    BaseServerResponseException refused =
        catchThrowableOfType(
            BaseServerResponseException.class,
            () -> client.capabilities().ofType(CapabilityStatement.class).execute());

    assertThat(refused.getStatusCode()).isEqualTo(406);
    assertThat(FhirOutcome.only(refused.getOperationOutcome()))
        .isEqualTo("not-supported not-acceptable");
    assertThat(refused.getResponseBody()).contains("JSON only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong"})
  void hapisClient_thatIsNotLetIn_readsWhy(String credential) {
    IGenericClient client = client(proven.server().port());
    if (!credential.isEmpty()) {
      client.registerInterceptor(new BearerTokenAuthInterceptor(credential));
    }

    BaseServerResponseException refused =
        catchThrowableOfType(
            BaseServerResponseException.class,
            () -> client.read().resource(CodeSystem.class).withId("kind").execute());

    assertThat(refused.getStatusCode()).isEqualTo(401);
    assertThat(FhirOutcome.only(refused.getOperationOutcome()))
        .isEqualTo(credential.isEmpty() ? "login unauthenticated" : "unknown invalid-credential");
  }

  private static IGenericClient client(int port) {
    return R4.newRestfulGenericClient("http://127.0.0.1:" + port + "/fhir");
  }
}
