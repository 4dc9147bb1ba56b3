package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.reference.NcciFiles;

class ReferenceControllerTest {

  private static final String NAME = "MCR_MUE_PractitionerServices_Eff_10-01-2025.csv";

  private final Path data;
  private WebServer server;

  ReferenceControllerTest(@TempDir Path data) {
    this.data = data;
  }

  @BeforeEach
  void start() throws Exception {
    server =
        WebServer.start(
            SampleDesk.failing(data), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void post_anOfficialFile_isListedAfterwards() throws Exception {
    assertThat(get()).isEqualTo("{\"datasets\":[]}\n");

    HttpResponse<String> answer =
        post(NAME, NcciFiles.mue("Practitioner", "A0001 1 2", "A0002 0 3"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith(
            "{\"releases\":[{\"change\":\"added\",\"dataset\":\"ncci-mue-practitioner\","
                + "\"effective\":\"2025-10-01\",\"until\":\"2026-01-01\",\"rows\":2,");
    assertThat(get()).contains("\"dataset\":\"ncci-mue-practitioner\"");
  }

  @Test
  void post_aFileThatIsWrong_isAProblemWithItsPlaces() throws Exception {
    HttpResponse<String> answer = post(NAME, NcciFiles.mue("Practitioner", "A0001 x 2"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("unusable-reference-files", NAME + ":5:7", "REF-NUMBER", "nothing was imported");
    assertThat(get()).isEqualTo("{\"datasets\":[]}\n");
  }

  @Test
  void post_withoutName_isABadRequest() throws Exception {
    assertThat(post("", "x").statusCode()).isIn(400, 422);
    assertThat(
            send(HttpRequest.newBuilder(uri("")).POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(400);
  }

  private String get() throws Exception {
    return send(HttpRequest.newBuilder(uri(""))).body();
  }

  private HttpResponse<String> post(String name, String text) throws Exception {
    return send(
        HttpRequest.newBuilder(uri("?name=" + name))
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofString(text)));
  }

  private URI uri(String query) {
    return URI.create("http://127.0.0.1:" + server.port() + "/v1/reference" + query);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
