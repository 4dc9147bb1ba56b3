package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preclaim.fixtures.SampleDesk.encounter;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.RawHttp;
import org.preclaim.fixtures.RunningService;
import org.preclaim.fixtures.SampleDesk;

class BatchControllerTest {

  private static final String BATCH = "/v1/decisions/batch";
  private static final String LINES = "application/x-ndjson";
  private static final String TYPE = "Content-Type: " + LINES;
  private static final String CHUNKED = "Transfer-Encoding: chunked";

  private final RunningService service = RunningService.only();

  @Test
  void batch_goodAndBadLines_areAnsweredInOrderWithASummary() throws Exception {
    String body = String.join("\n", SampleDesk.DENIED, "{\"id\":", "", SampleDesk.CLEAN);

    HttpResponse<String> answer = service.post(BATCH, LINES, body);

    List<String> lines = answer.body().lines().toList();
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(LINES);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).contains("\"encounterId\":\"E-DENIED\"");
    assertThat(lines.get(1)).startsWith("{\"error\":{").contains("\"line\":2");
    assertThat(lines.get(2)).contains("\"encounterId\":\"E-CLEAN\"");
    assertThat(lines.get(3))
        .startsWith("{\"summary\":{\"encounters\":2,\"refused\":1,")
        .contains("\"clean\":1", "\"warnings\":1", "\"chargeAtRisk\":\"100.00\"");
  }

  @Test
  void batch_engineFailsOnOne_theOthersAreDecided() throws Exception {
    String body = SampleDesk.FAULT + "\n" + SampleDesk.CLEAN + "\n";

    List<String> lines = service.post(BATCH, LINES, body).body().lines().toList();

    assertThat(lines.get(0))
        .contains("problem:internal-fault", "\"line\":1", "\"encounterId\":\"E-FAULT\"")
        .doesNotContain("secret", "p-77");
    assertThat(lines.get(1)).contains("\"outcome\":\"clean\"");
    assertThat(lines.get(2)).startsWith("{\"summary\":{\"encounters\":1,\"refused\":1,");
  }

  @Test
  void batch_nothingSent_answersWithTheSummaryAlone() throws Exception {
    assertThat(service.post(BATCH, LINES, "").body())
        .startsWith("{\"summary\":{\"encounters\":0,\"refused\":0,");
  }

  @Test
  void batch_manyLines_eachIsAnsweredInItsPlace() throws Exception {
    String body =
        IntStream.range(0, 5_000)
            .mapToObj(i -> encounter("E-" + i, i % 2 == 0 ? "11111" : "99999"))
            .collect(Collectors.joining("\n"));

    List<String> lines = service.post(BATCH, LINES, body).body().lines().toList();

    assertThat(lines).hasSize(5_001);
    for (int i = 0; i < 5_000; i++) {
      assertThat(lines.get(i)).contains("\"encounterId\":\"E-" + i + "\"");
    }
  }

  @Test
  void batch_senderPauses_getsItsAnswerBeforeItSendsTheNextLine() throws Exception {
    try (RawHttp connection = new RawHttp(service.port())) {
      connection.sendPost(BATCH, TYPE, CHUNKED);
      connection.sendChunk(SampleDesk.CLEAN + "\n");
      assertThat(connection.readTo("}\n")).contains("\"encounterId\":\"E-CLEAN\"");

      connection.sendChunk(SampleDesk.DENIED + "\n");
      assertThat(connection.readTo("}\n")).contains("\"encounterId\":\"E-DENIED\"");

      connection.send("0\r\n\r\n");
      assertThat(connection.readTo("}\n")).contains("\"summary\":{\"encounters\":2,");
    }
  }

  @Test
  void batch_bodyBreaksOff_saysSoInItsLastLine() throws Exception {
    try (RawHttp connection = new RawHttp(service.port())) {
      connection.sendPost(BATCH, TYPE, CHUNKED);
      connection.sendChunk(SampleDesk.CLEAN + "\n");
      assertThat(connection.readTo("}\n")).contains("\"encounterId\":\"E-CLEAN\"");

      connection.send("no chunk\r\n");

      assertThat(connection.rest())
          .contains("{\"error\":{\"type\":\"urn:preclaim:problem:bad-request\"", "broke off")
          .doesNotContain("http-200", "summary");
    }
  }

  @Test
  void batch_clientWaitsForLeave_getsItBeforeAnythingElse() throws Exception {
    try (RawHttp connection = new RawHttp(service.port())) {
      connection.sendPost(BATCH, TYPE, CHUNKED, "Expect: 100-continue");

      assertThat(connection.readTo("\r\n\r\n")).startsWith("HTTP/1.1 100");
    }
  }
}
