package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.caller.Role;
import org.preclaim.fixtures.FhirOutcome;
import org.preclaim.fixtures.ProvenService;
import org.preclaim.fixtures.RawHttp;
import org.preclaim.fixtures.SampleDesk;

/** A caller may send so many bytes a minute, however it cuts them into requests and chunks. */
class ByteQuotaTest {

  private static final String LINES = "application/x-ndjson";
  private static final String SPENT = "urn:preclaim:problem:too-many-bytes";

  /** In a minute: enough for a few encounters, and far more than comes back during a test. */
  private static final int QUOTA = 1_000;

  private static ProvenService service;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    service = ProvenService.start(data, Map.of("preclaim.limits.bytes-per-minute", QUOTA + "B"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** So far beyond that minutes pass before anything is taken again, on however slow a machine. */
  private static void spend(String key) throws Exception {
    service.send("POST", "/v1/decisions", key, "application/json", " ".repeat(5 * QUOTA));
  }

  @Test
  void caller_whoHasSentItsBytes_isToldWhenToComeAgain() throws Exception {
    String busy = service.key("busy", Role.DECIDE);
    String calm = service.key("calm", Role.DECIDE);
    assertThat(service.decide(busy).statusCode()).isEqualTo(200);
    spend(busy);

    HttpResponse<String> refused = service.decide(busy);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains(SPENT);
    assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 300);
    assertThat(service.decide(calm).statusCode()).isEqualTo(200);
  }

  @Test
  void request_withoutBody_isAnsweredAlsoThen() throws Exception {
    String key = service.key("reader", Role.DECIDE, Role.AUDITOR);
    spend(key);

    assertThat(service.get("/v1/decisions", key).statusCode()).isEqualTo(200);
  }

  @Test
  void body_ofExactlyTheBytesThatAreLeft_isTaken() throws Exception {
    String key = service.key("exact", Role.DECIDE);
    String body = SampleDesk.CLEAN + " ".repeat(QUOTA - SampleDesk.CLEAN.length());

    assertThat(service.send("POST", "/v1/decisions", key, "application/json", body).statusCode())
        .isEqualTo(200);
  }

  @Test
  void chunks_withoutAnnouncedLength_countAsTheyAreRead() throws Exception {
    String key = service.key("chunked", Role.DECIDE);
    try (RawHttp connection = open("/v1/decisions", "application/json", key)) {
      // Far more than one buffer: the request itself finds nothing left before its end.
      for (int i = 0; i < 100; i++) {
        connection.sendChunk(" ".repeat(QUOTA));
      }
      connection.send("0\r\n\r\n");

      assertThat(connection.readTo("}\n")).startsWith("HTTP/1.1 429 ").contains(SPENT);
    }
  }

  @Test
  void claimInFhir_beyondTheBytes_isThrottledInFhir() throws Exception {
    String key = service.key("fhir", Role.DECIDE);
    spend(key);

    HttpResponse<String> refused =
        service.send("POST", "/fhir/Claim/$submit", key, "application/fhir+json", "{}");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(FhirOutcome.only(refused.body())).isEqualTo("throttled too-many-bytes");
  }

  @Test
  void batch_beyondTheBytes_endsWithTheReasonAndWithoutSummary() throws Exception {
    String key = service.key("batch", Role.DECIDE);
    try (RawHttp connection = open("/v1/decisions/batch", LINES, key)) {
      connection.sendChunk(SampleDesk.CLEAN + "\n");
      assertThat(connection.readTo("}\n")).contains("\"outcome\":\"clean\"");
      connection.sendChunk(" ".repeat(5 * QUOTA) + "\n");
      connection.sendChunk(SampleDesk.CLEAN + "\n");

      assertThat(connection.readTo("0\r\n\r\n")).contains(SPENT).doesNotContain("summary");
    }
  }

  @Test
  void batchOfEitherKind_ofACallerWithNothingLeft_isRefusedWhole() throws Exception {
    String key = service.key("spent", Role.DECIDE);
    spend(key);

    for (String type : List.of(LINES, "application/edi-x12")) {
      HttpResponse<String> refused =
          service.send("POST", "/v1/decisions/batch", key, type, "ISA*00*");
      assertThat(refused.statusCode()).as(type).isEqualTo(429);
      assertThat(refused.body()).as(type).contains(SPENT);
    }
  }

  private static RawHttp open(String path, String type, String key) throws IOException {
    RawHttp connection = new RawHttp(service.server().port());
    connection.sendPost(
        path,
        "Authorization: Bearer " + key,
        "Content-Type: " + type,
        "Transfer-Encoding: chunked");
    return connection;
  }
}
