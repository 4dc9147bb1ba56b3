package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.RawHttp;
import org.preclaim.fixtures.RunningService;
import org.preclaim.fixtures.SampleDesk;

class DecisionsControllerTest {

  private static final String JSON = "application/json";
  private static final String TYPE = "Content-Type: " + JSON;
  private static final int THREADS = 8;
  private static final int REQUESTS_PER_THREAD = 100;
  private static final long FIFTY_MEGABYTES = 50L << 20;

  private final RunningService service = RunningService.only();

  @Test
  void decide_deniedLine_answersWithWarningIdAndTime() throws Exception {
    HttpResponse<String> answer = service.post("/v1/decisions", JSON, SampleDesk.DENIED);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(JSON);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.body())
        .matches("(?s)\\{\"decisionId\":\"[0-9A-HJKMNP-TV-Z]{26}\",.*}\n")
        .contains("\"encounterId\":\"E-DENIED\",\"decidedAt\":\"2026-11-22T10:15:30Z\"")
        .contains("\"outcome\":\"warnings\"", "\"id\":\"SAMPLE-001\"")
        .doesNotContain("\"trace\"");
  }

  @Test
  void decide_traceAskedFor_isIncluded() throws Exception {
    HttpResponse<String> answer = service.post("/v1/decisions?trace=true", JSON, SampleDesk.DENIED);

    assertThat(answer.body()).contains("\"trace\":[{\"policy\":\"SAMPLE-001\"");
  }

  @Test
  void decide_manyThreads_sameBytesApartFromTheId() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<String> ids = new ArrayList<>();
      List<String> rests = new ArrayList<>();
      for (Future<List<String>> bodies : threads.invokeAll(eachThread())) {
        for (String body : bodies.get()) {
          ids.add(body.substring(0, body.indexOf(',')));
          rests.add(body.substring(body.indexOf(',')));
        }
      }
      assertThat(ids).hasSize(THREADS * REQUESTS_PER_THREAD).doesNotHaveDuplicates();
      assertThat(rests).containsOnly(rests.get(0));
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Callable<List<String>>> eachThread() {
    Callable<List<String>> requests =
        () -> {
          List<String> bodies = new ArrayList<>();
          for (int i = 0; i < REQUESTS_PER_THREAD; i++) {
            bodies.add(service.post("/v1/decisions", JSON, SampleDesk.DENIED).body());
          }
          return bodies;
        };
    return IntStream.range(0, THREADS).mapToObj(thread -> requests).toList();
  }

  @Test
  void decide_fiftyMegabytesAnnounced_isRefusedBeforeTheyAreSent() throws Exception {
    try (RawHttp connection = new RawHttp(service.port())) {
      connection.sendPost("/v1/decisions", TYPE, "Content-Length: " + FIFTY_MEGABYTES);

      assertThat(connection.readTo("}\n"))
          .startsWith("HTTP/1.1 413")
          .contains("too-large", "/v1/decisions/batch takes encounters of any number");
    }
    assertStillServes();
  }

  @Test
  void decide_fiftyMegabytesInChunks_isRefusedOnceTheLimitIsPassed() throws Exception {
    try (RawHttp connection = new RawHttp(service.port())) {
      connection.sendPost("/v1/decisions", TYPE, "Transfer-Encoding: chunked");
      connection.sendChunk(" ".repeat((int) DecisionsController.BODY_BYTES_MAX + 1));

      assertThat(connection.readTo("\r\n\r\n")).startsWith("HTTP/1.1 413");
    }
    assertStillServes();
  }

  @Test
  void decide_engineFails_namesAnIdAndNothingElse() throws Exception {
    HttpResponse<String> answer = service.post("/v1/decisions", JSON, SampleDesk.FAULT);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("problem:internal-fault")
        .doesNotContain("secret", "p-77", "Exception", "org.preclaim");
    assertStillServes();
  }

  private void assertStillServes() throws IOException, InterruptedException {
    assertThat(service.post("/v1/decisions", JSON, SampleDesk.CLEAN).body())
        .contains("\"outcome\":\"clean\"");
  }
}
