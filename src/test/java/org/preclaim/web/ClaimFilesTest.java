package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.RunningService;

/** X12 through the HTTP door, with the public sample files where they are at hand. */
class ClaimFilesTest {

  private static final Path SAMPLES = Path.of("../shared/data/x12/guide-837p-5010");
  private static final String X12 = "application/edi-x12";

  private final RunningService service = RunningService.only();

  @Test
  void decide_fileWithOneClaim_isDecided() throws Exception {
    assertThat(service.post("/v1/decisions", X12, sample()).body())
        .startsWith("{\"decisionId\":")
        .contains("\"encounterId\":\"26463774\"");
  }

  @Test
  void batch_file_endsWithTheSummary() throws Exception {
    assertThat(service.post("/v1/decisions/batch", X12, sample()).body().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("{\"summary\":{\"encounters\":1,\"refused\":0,");
  }

  @Test
  void decide_whatIsNoX12_isRefusedWithAPlace() throws Exception {
    var answer = service.post("/v1/decisions", X12, "no claim at all");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"place\":\"", "\"code\":\"X12-");
  }

  private static String sample() throws IOException {
    assumeThat(SAMPLES).as("the public X12 sample files").isDirectory();
    return Files.readString(SAMPLES.resolve("demo.example1.837"));
  }
}
