package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.caller.Role;
import org.preclaim.fixtures.LoggedLines;
import org.preclaim.fixtures.ProvenService;
import org.preclaim.fixtures.TraceCollector;

/** What a collector of OpenTelemetry gets to see of a request, and what it never does. */
class TracesTest {

  private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";
  private static final String PROBABILITY = "management.tracing.sampling.probability";
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  /** Whatever tells who the patient, the encounter and the provider are, each in its own words. */
  private static final List<String> IDENTIFYING =
      List.of(
          "E-7261",
          "p-31337",
          "1961-04-02",
          "1234567893",
          "2026-03-03",
          "N13.5",
          "99999",
          "4711.00");

  private static final String ENCOUNTER =
      """
      {"id":"E-7261","setting":"practitioner",\
      "patient":{"key":"p-31337","birthDate":"1961-04-02","sex":"female"},\
      "billingProvider":{"npi":"1234567893"},"diagnoses":[{"sequence":1,"code":"N13.5"}],\
      "lines":[{"number":1,"code":"99999","units":"1","serviceDate":"2026-03-03",\
      "charge":"4711.00"}]}""";

  /** An encounter on which the engine fails, with the key in the message. */
  private static final String FAULT = ENCOUNTER.replace("E-7261", "E-FAULT");

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> send(
      ProvenService service, String key, String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.server().port() + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void decision_ofACallerWithATrace_isASpanOfThatTrace(@TempDir Path data) throws Exception {
    try (TraceCollector collector = new TraceCollector()) {
      try (ProvenService service =
          ProvenService.start(data, Map.of(ENDPOINT, collector.address(), PROBABILITY, "0.0"))) {
        String key = service.key("billing", Role.DECIDE);
        String sampled = "00-" + TRACE + "-" + PARENT + "-01";
        String unsampled = "00-" + TRACE.replace('4', '5') + "-" + PARENT + "-00";

        assertThat(
                send(service, key, "POST", "/v1/decisions", ENCOUNTER, "traceparent", sampled)
                    .statusCode())
            .isEqualTo(200);
        send(service, key, "POST", "/v1/decisions", ENCOUNTER, "traceparent", unsampled);
      }

      List<Span> spans = collector.spans();
      assertThat(spans).extracting(each -> hex(each.getTraceId())).containsOnly(TRACE);
      List<Span> ofCaller =
          spans.stream().filter(each -> hex(each.getParentSpanId()).equals(PARENT)).toList();
      assertThat(ofCaller).extracting(Span::getName).containsExactly("http post /v1/decisions");
      Span request = ofCaller.get(0);
      assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
      assertThat(attribute(request, "uri")).isEqualTo("/v1/decisions");
      assertThat(attribute(request, "method")).isEqualTo("POST");
      assertThat(attribute(request, "status")).isEqualTo("200");
      assertThat(spans)
          .extracting(Span::getName)
          .containsExactlyInAnyOrder(
              "http post /v1/decisions",
              "security filterchain before",
              "authorize request",
              "secured request",
              "security filterchain after");
      assertThat(spans)
          .filteredOn(each -> !each.equals(request))
          .extracting(each -> hex(each.getParentSpanId()))
          .isSubsetOf(spans.stream().map(each -> hex(each.getSpanId())).toList())
          .contains(hex(request.getSpanId()));
    }
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  private static String attribute(Span span, String name) {
    return span.getAttributesList().stream()
        .filter(each -> each.getKey().equals(name))
        .map(KeyValue::getValue)
        .findFirst()
        .map(value -> value.getStringValue())
        .orElse("none");
  }

  @Test
  void spans_ofWhateverIsAsked_holdNothingOfAnEncounter(@TempDir Path data) throws Exception {
    try (TraceCollector collector = new TraceCollector()) {
      String fault;
      try (ProvenService service =
          ProvenService.start(data, Map.of(ENDPOINT, collector.address(), PROBABILITY, "1.0"))) {
        String key = service.key("billing", Role.DECIDE, Role.AUDITOR);
        send(service, key, "POST", "/v1/decisions", ENCOUNTER, "Idempotency-Key", "E-7261");
        send(service, key, "POST", "/v1/decisions", ENCOUNTER.replace("\"E-7261\"", "E-7261"));
        send(service, key, "POST", "/v1/decisions/batch", ENCOUNTER);
        send(service, key, "GET", "/v1/decisions?encounter=E-7261", "");
        send(service, key, "GET", "/v1/decisions/E-7261", "");
        send(service, key, "GET", "/v1/patients/p-31337", "");
        send(service, key, "GET", "/fhir/Patient/p-31337", "");
        send(service, "E-7261", "GET", "/v1/decisions", "");
        fault = send(service, key, "POST", "/v1/decisions", FAULT).body();
      }

      assertThat(fault).contains("internal-fault");
      assertThat(collector.spans()).hasSizeGreaterThanOrEqualTo(9);
      assertThat(collector.everything()).doesNotContain(IDENTIFYING).doesNotContain("secret");
    }
  }

  @Test
  void traces_withoutAddress_goNowhere(@TempDir Path data) throws Exception {
    try (ProvenService service = ProvenService.start(data, Map.of(PROBABILITY, "1.0"))) {
      assertThat(service.server().assembled().getBeansOfType(SpanExporter.class)).isEmpty();
      assertThat(service.decide(service.key("billing", Role.DECIDE)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void collector_thatCannotBeReached_harmsNoRequestAndIsOneLineOfTheLog(@TempDir Path data)
      throws Exception {
    String nobody = "http://127.0.0.1:1/v1/traces";
    try (ProvenService service =
            ProvenService.start(data, Map.of(ENDPOINT, nobody, PROBABILITY, "1.0"));
        LoggedLines log = LoggedLines.all()) {
      String key = service.key("billing", Role.DECIDE);

      for (int i = 0; i < 20; i++) {
        assertThat(service.decide(key).statusCode()).isEqualTo(200);
      }
      SdkTracerProvider tracing = service.server().assembled().getBean(SdkTracerProvider.class);
      tracing.forceFlush().join(5, TimeUnit.MINUTES);

      assertThat(log.events()).extracting(ILoggingEvent::getThrowableProxy).containsOnlyNulls();
      assertThat(log.lines())
          .filteredOn(each -> !each.startsWith("INFO"))
          .hasSize(1)
          .first(STRING)
          .matches("WARN traces cannot be sent lost=[0-9]+ type=java.net.ConnectException");
    }
  }
}
