package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.LoggedLines;
import org.preclaim.fixtures.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AcknowledgmentControllerTest {

  private static final String PATH = "/v1/x12/acknowledgments";
  private static final String X12 = "application/edi-x12";
  private static final String LINES = "application/x-ndjson";

  private final RunningService service = RunningService.only();

  @Test
  void acknowledge_acceptingX12_answersA999() throws Exception {
    HttpResponse<String> answer = service.post(PATH, X12, sample("partly-bad.x12"), "Accept", X12);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(X12);
    assertThat(answer.body()).isEqualTo(GoldenFile.text("answer/x12/partly-bad.999"));
  }

  @Test
  void acknowledge_file_leavesNothingInTheLogButTheRequest() throws Exception {
    try (LoggedLines log = LoggedLines.all()) {
      service.post(PATH, X12, sample("partly-bad.x12"), "Accept", X12);
      service.post(PATH, X12, sample("partly-bad.x12").replace("*00501*", "*99999*"));

      assertThat(log.lines()).noneMatch(each -> each.startsWith("WARN"));
    }
  }

  @Test
  void acknowledge_acceptingLines_answersForEachClaim() throws Exception {
    HttpResponse<String> answer =
        service.post(PATH, X12, sample("partly-bad.x12"), "Accept", LINES);

    assertThat(answer.headers().firstValue("Content-Type")).hasValue(LINES);
    assertThat(answer.body()).isEqualTo(GoldenFile.text("answer/x12/partly-bad.claims.ndjson"));
  }

  @Test
  void acknowledge_acceptingAnything_answersForEachClaim() throws Exception {
    assertThat(service.post(PATH, X12, sample("institutional.x12")).body())
        .isEqualTo(GoldenFile.text("answer/x12/institutional.claims.ndjson"));
  }

  @Test
  void acknowledge_noInterchangeToAnswer_isAProblem() throws Exception {
    HttpResponse<String> answer = service.post(PATH, X12, "no claim at all", "Accept", X12);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("X12-NOT-X12");
  }

  @Test
  void acknowledge_oneProblemAfterTheOtherAndNobodyToAnswer_listsSomeAndCountsTheRest()
      throws Exception {
    String segmentsOfNothing = ManyProblems.segmentsOfNothing(50_000);
    String strayTrailers = ManyProblems.strayTrailers(10_000);
    String claims = ManyProblems.claims(1_000);

    assertSomeListed(service.post(PATH, X12, segmentsOfNothing, "Accept", X12), 49_901);
    assertSomeListed(service.post(PATH, X12, strayTrailers, "Accept", X12), 9_901);
    assertSomeListed(service.post(PATH, X12, claims, "Accept", X12), 113_905);
  }

  @Test
  void decide_oneProblemAfterTheOther_listsSomeAndCountsTheRest() throws Exception {
    assertSomeListed(
        service.post("/v1/decisions", X12, ManyProblems.segmentsOfNothing(50_000)), 49_901);
    assertSomeListed(service.post("/v1/decisions", X12, ManyProblems.strayTrailers(10_000)), 9_901);
  }

  @Test
  void batch_segmentsOfNothing_answersOfBoundedSize() throws Exception {
    for (String path : List.of(PATH, "/v1/decisions/batch")) {
      String answer = service.post(path, X12, ManyProblems.segmentsOfNothing(50_000)).body();

      assertThat(answer.lines().count()).isLessThan(110);
      assertThat(answer).contains("49900 further problems are not shown");
    }
  }

  private static void assertSomeListed(HttpResponse<String> answer, int further) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body().length()).isLessThan(40_000);
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.get("detail").asString()).isEqualTo(100 + further + " problems were found");
    JsonNode errors = problem.get("errors");
    assertThat(errors).hasSize(101);
    assertThat(errors.get(100).get("code").asString()).isEqualTo("X12-LIMIT");
    assertThat(errors.get(100).get("detail").asString())
        .isEqualTo(further + " further problems are not shown");
  }

  @Test
  void decide_claimWithLinesThatAreNotChecked_saysSoInItsAnswer() throws Exception {
    String file = sample("institutional.x12");
    String one =
        file.substring(0, file.indexOf("CLM*ONEDAY")) + "SE*60*0001~GE*1*1~IEA*1*000000001~";

    String answer = service.post("/v1/decisions", X12, one).body();

    assertThat(JsonMapper.shared().readTree(answer).get("notices"))
        .hasSize(2)
        .extracting(notice -> notice.get("code").asString())
        .containsOnly("X12-LINE-UNCODED");
  }

  @Test
  void batch_claimsAndFileWithNotices_tellsThemInPlace() throws Exception {
    String file = sample("institutional.x12").replace("SE*", "SE*9");

    List<JsonNode> lines =
        service
            .post("/v1/decisions/batch", X12, file)
            .body()
            .lines()
            .map(JsonMapper.shared()::readTree)
            .toList();

    assertThat(lines).hasSize(4);
    assertThat(lines.get(0).get("encounterId").asString()).isEqualTo("HOSPITAL");
    assertThat(lines.get(0).get("notices")).hasSize(2);
    assertThat(lines.get(1).has("notices")).isFalse();
    assertThat(lines.get(2).at("/notices/0/code").asString()).isEqualTo("X12-COUNT");
    assertThat(lines.get(3).has("summary")).isTrue();
  }

  private static String sample(String name) {
    return GoldenFile.text("intake/x12/" + name);
  }
}
