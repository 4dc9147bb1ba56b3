package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.caller.Role;
import org.preclaim.fixtures.ProvenService;
import org.preclaim.fixtures.RawHttp;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.journal.JournalCopy;
import org.preclaim.problem.ProblemsException;
import org.slf4j.LoggerFactory;

/** What becomes of callers who are known: whose decisions, how much, and what is noted. */
class GuardedServiceTest {

  private final Path data;
  private final List<ProvenService> started = new ArrayList<>();

  GuardedServiceTest(@TempDir Path data) {
    this.data = data;
  }

  private ProvenService start(Map<String, String> settings) throws IOException, ProblemsException {
    ProvenService service = ProvenService.start(data, settings);
    started.add(service);
    return service;
  }

  @AfterEach
  void stop() {
    started.forEach(ProvenService::close);
  }

  @Test
  void decision_ofACaller_isItsOwnAndTheAuditors() throws Exception {
    ProvenService service = start(Map.of());
    String billing = service.key("billing", Role.DECIDE);
    String other = service.key("other", Role.DECIDE);
    String auditor = service.key("auditor", Role.AUDITOR);
    String id = id(service.decide(billing));

    assertThat(service.get("/v1/decisions/" + id, billing).body())
        .contains("\"caller\":\"billing\",\"door\":\"http\"");
    assertThat(service.get("/v1/decisions/" + id, auditor).statusCode()).isEqualTo(200);
    HttpResponse<String> hidden = service.get("/v1/decisions/" + id, other);
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(service.get("/v1/decisions/none", other).body());
    assertThat(JournalCopy.at(data.resolve("journal.db").toString()).verify(null).entries())
        .isEqualTo(1);
  }

  private static String id(HttpResponse<String> decided) {
    assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
    return decided.body().replaceAll("(?s).*\"decisionId\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void key_revokedElsewhere_endsWithinSeconds() throws Exception {
    ProvenService service = start(Map.of());
    String key = service.key("billing", Role.DECIDE);
    assertThat(service.decide(key).statusCode()).isEqualTo(200);
    service.revoke("billing");

    assertThat(service.decide(key).statusCode()).isEqualTo(401);
  }

  @Test
  void requests_beyondTheLimit_areToldWhenToComeAgain() throws Exception {
    ProvenService service =
        start(Map.of("preclaim.limits.requests-per-second", "1", "preclaim.limits.burst", "2"));
    String busy = service.key("busy", Role.DECIDE);
    String calm = service.key("calm", Role.DECIDE);

    HttpResponse<String> refused = service.refused(() -> service.get("/v1/reference", busy));

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("urn:preclaim:problem:too-many-requests");
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(service.decide(calm).statusCode()).isEqualTo(200);
  }

  @Test
  void requests_tooManyAtOnce_areRefusedUntilOneHasEnded() throws Exception {
    ProvenService service = start(Map.of("preclaim.limits.concurrent", "1"));
    String key = service.key("billing", Role.DECIDE);
    try (RawHttp batch = new RawHttp(service.server().port())) {
      batch.send(
          "POST /v1/decisions/batch HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + key
              + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
      batch.sendChunk(SampleDesk.CLEAN + "\n");
      batch.readTo("}\n");

      HttpResponse<String> refused = service.decide(key);
      batch.send("0\r\n\r\n");
      batch.readTo("summary");
      batch.readTo("0\r\n\r\n");

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.body()).contains("urn:preclaim:problem:too-many-at-once");
    }
    assertThat(service.decide(key).statusCode()).isEqualTo(200);
  }

  @Test
  void address_withOneWrongKeyAfterTheOther_hasToWait() throws Exception {
    ProvenService service = start(Map.of("preclaim.limits.failures-per-minute", "3"));
    for (int i = 0; i < 3; i++) {
      assertThat(service.decide("wrong").statusCode()).isEqualTo(401);
    }

    HttpResponse<String> waits = service.decide("wrong");

    assertThat(waits.statusCode()).isEqualTo(429);
    assertThat(waits.body()).contains("urn:preclaim:problem:too-many-failures");
    assertThat(waits.headers().firstValue("Retry-After")).contains("20");
    assertThat(service.get("/actuator/health", null).statusCode()).isEqualTo(200);
  }

  @Test
  void act_ofAnAdministrator_isOneLineOfTheAuditLog() throws Exception {
    ProvenService service = start(Map.of());
    String key = service.key("ops", Role.ADMIN);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger audit = (Logger) LoggerFactory.getLogger("preclaim.audit");
    lines.start();
    audit.addAppender(lines);
    try {
      service.send(
          "POST", "/v1/reference?name=secret.csv", key, "application/octet-stream", "no file");
      service.get("/v1/reference", key);
      String other = service.key("billing", Role.DECIDE);
      service.send("POST", "/v1/reference?name=x", other, "application/octet-stream", "no file");
    } finally {
      audit.detachAppender(lines);
    }

    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "act=http.post by=ops on=/v1/reference outcome=422",
            "act=http.post by=billing on=/v1/reference outcome=403");
  }

  @Test
  void idempotencyKey_ofTwoCallers_isTwoKeys() throws Exception {
    ProvenService service = start(Map.of());
    String first = service.key("first-system", Role.DECIDE);
    String second = service.key("second-system", Role.DECIDE);

    String one = keyed(service, first, SampleDesk.CLEAN);
    String two = keyed(service, second, SampleDesk.DENIED);

    assertThat(one).contains("200").doesNotContain("Idempotency-Replayed");
    assertThat(two).contains("200").doesNotContain("Idempotency-Replayed");
    assertThat(keyed(service, first, SampleDesk.CLEAN)).contains("Idempotency-Replayed: true");
    assertThat(keyed(service, first, SampleDesk.DENIED)).contains("422");
  }

  private static String keyed(ProvenService service, String key, String body) throws IOException {
    try (RawHttp connection = new RawHttp(service.server().port())) {
      connection.send(
          "POST /v1/decisions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + key
              + "\r\nIdempotency-Key: 1\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      return connection.readTo("}\n");
    }
  }

  @Test
  void host_thatIsNotOfTheService_isRefusedWhereNamesAreSet() throws Exception {
    ProvenService service = start(Map.of("preclaim.callers.hosts", "Preclaim.example,localhost"));

    assertThat(health(service, "preclaim.example")).startsWith("HTTP/1.1 200");
    assertThat(health(service, "elsewhere.example")).startsWith("HTTP/1.1 421");
  }

  private static String health(ProvenService service, String host) throws IOException {
    try (RawHttp connection = new RawHttp(service.server().port())) {
      connection.send("GET /actuator/health HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
      return connection.readTo("}");
    }
  }
}
