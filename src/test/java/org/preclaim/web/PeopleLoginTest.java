package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.caller.Role;
import org.preclaim.fixtures.ProvenService;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.fixtures.TokenIssuer;

/** A person with a browser: login at a provider, a session, and what it may do. */
class PeopleLoginTest {

  private static final String REGISTRATION = "spring.security.oauth2.client.registration.idp.";

  private static TokenIssuer issuer;
  private static ProvenService service;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.ALWAYS).build();

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    issuer = new TokenIssuer();
    service =
        ProvenService.start(
            data,
            Map.of(
                "spring.security.oauth2.client.provider.idp.issuer-uri",
                issuer.issuer(),
                REGISTRATION + "client-id",
                TokenIssuer.CLIENT,
                REGISTRATION + "client-secret",
                "test-secret",
                REGISTRATION + "scope",
                "openid"));
  }

  @AfterAll
  static void stop() {
    service.close();
    issuer.close();
  }

  private HttpRequest.Builder page(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.server().port() + path))
        .header("Accept", "text/html");
  }

  private HttpRequest.Builder call(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.server().port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpCookie cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void page_ofSomebodyUnknown_leadsThroughTheLoginToThePage() throws Exception {
    HttpResponse<String> page = send(page("/swagger-ui/index.html"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo("/swagger-ui/index.html");
    assertThat(page.body()).contains("<title>Preclaim");
    assertThat(cookie("preclaim-session").isHttpOnly()).isTrue();
    assertThat(send(call("/v1/decisions")).statusCode()).isEqualTo(200);
    assertThat(send(call("/actuator/info")).statusCode()).isEqualTo(403);
  }

  @Test
  void call_withoutSession_isRefusedAndNotRedirected() throws Exception {
    assertThat(service.get("/v1/decisions", null).statusCode()).isEqualTo(401);
    assertThat(service.get("/v3/api-docs", null).statusCode()).isEqualTo(401);
    assertThat(service.decide(service.key("system", Role.DECIDE)).statusCode()).isEqualTo(200);
  }

  @Test
  void post_withSession_asksForTheTokenOfThePage() throws Exception {
    send(page("/swagger-ui/index.html"));
    HttpRequest.Builder post =
        call("/v1/decisions")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(SampleDesk.CLEAN));

    HttpResponse<String> forged = send(post.copy());
    HttpResponse<String> ours =
        send(post.copy().header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").getValue()));

    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(forged.body()).contains("urn:preclaim:problem:forgery-token-missing");
    assertThat(ours.statusCode()).isEqualTo(200);
    String id = ours.body().replaceAll("(?s).*\"decisionId\":\"([^\"]+)\".*", "$1");
    assertThat(send(call("/v1/decisions/" + id)).body())
        .contains("\"caller\":\"oidc:ada\",\"door\":\"http\"");
  }

  @Test
  void logout_endsTheSession() throws Exception {
    send(page("/swagger-ui/index.html"));
    String session = cookie("preclaim-session").getValue();
    HttpClient plain = HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
    String token = cookie("XSRF-TOKEN").getValue();

    HttpResponse<String> out =
        plain.send(
            page("/logout")
                .header("Cookie", "preclaim-session=" + session + "; XSRF-TOKEN=" + token)
                .header("X-XSRF-TOKEN", token)
                .POST(BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    HttpResponse<String> after =
        plain.send(
            page("/v1/decisions").header("Cookie", "preclaim-session=" + session).build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(out.statusCode()).isEqualTo(302);
    assertThat(after.statusCode()).isEqualTo(302);
    assertThat(after.headers().firstValue("Location"))
        .hasValueSatisfying(where -> assertThat(where).endsWith("/oauth2/authorization/idp"));
  }

  @Test
  void answer_ofTheProviderThatNobodyAskedFor_isRefused() throws Exception {
    HttpResponse<String> answer = send(page("/login/oauth2/code/idp?code=once&state=guessed"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("urn:preclaim:problem:login-failed");
  }
}
