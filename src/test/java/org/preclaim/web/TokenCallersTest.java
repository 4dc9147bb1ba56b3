package org.preclaim.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.ProvenService;
import org.preclaim.fixtures.TokenIssuer;

/** Tokens of a real issuer, over HTTP, good and bad. */
class TokenCallersTest {

  private static TokenIssuer issuer;
  private static ProvenService service;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    issuer = new TokenIssuer();
    service =
        ProvenService.start(
            data,
            Map.of(
                "preclaim.callers.issuer",
                issuer.issuer(),
                "preclaim.callers.audience",
                TokenIssuer.AUDIENCE,
                "preclaim.callers.roles.auditor",
                "compliance,revision",
                "preclaim.limits.failures-per-minute",
                "100000"));
  }

  @AfterAll
  static void stop() {
    service.close();
    issuer.close();
  }

  @Test
  void token_ofTheIssuer_opensWhatItsRolesOpen() throws Exception {
    String token = issuer.token(issuer.claims("decide"));

    HttpResponse<String> decided = service.decide(token);

    assertThat(decided.statusCode()).isEqualTo(200);
    assertThat(service.get("/v1/decisions", token).statusCode()).isEqualTo(403);
    assertThat(decided.headers().map()).doesNotContainKey("set-cookie");
  }

  @Test
  void role_underAnotherWord_isTheOneThatSettingsSay() throws Exception {
    String ours = issuer.token(issuer.claims("auditor"));
    String theirs = issuer.token(issuer.claims("revision"));

    assertThat(service.get("/v1/decisions", ours).statusCode()).isEqualTo(403);
    assertThat(service.get("/v1/decisions", theirs).statusCode()).isEqualTo(200);
  }

  @Test
  void accessToken_ofItsOwnType_isTaken() throws Exception {
    assertThat(service.decide(issuer.token("at+jwt", issuer.claims("decide"))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void token_thatIsWrongInAnyWay_isRefusedInTheSameWords() throws Exception {
    JWTClaimsSet.Builder good = issuer.claims("decide");
    Map<String, String> wrong = new HashMap<>();
    wrong.put("issuer", issuer.token(issuer.claims("decide").issuer("https://else.example")));
    wrong.put("no issuer", issuer.token(issuer.claims("decide").issuer(null)));
    wrong.put("audience", issuer.token(issuer.claims("decide").audience("another-service")));
    wrong.put("no audience", issuer.token(issuer.claims("decide").audience(List.of())));
    wrong.put("expired", issuer.token(issuer.claims("decide").expirationTime(in(-120))));
    wrong.put("never expires", issuer.token(issuer.claims("decide").expirationTime(null)));
    wrong.put("not yet", issuer.token(issuer.claims("decide").notBeforeTime(in(600))));
    wrong.put("no name", issuer.token(issuer.claims("decide").subject(null)));
    wrong.put("name of two lines", issuer.token(issuer.claims("decide").subject("a\nact=b")));
    wrong.put("other key", TokenIssuer.forged(good));
    wrong.put("no signature", new PlainJWT(good.build()).serialize());
    wrong.put("shared secret", withSharedSecret(good));
    wrong.put("other type", issuer.token("logout+jwt", good));
    String whole = issuer.token(good);
    wrong.put("cut short", whole.substring(0, whole.length() - 4));
    wrong.put("other claims", otherClaims(whole, issuer.token(issuer.claims("admin"))));

    String words = service.decide("nonsense").body();
    for (Map.Entry<String, String> each : wrong.entrySet()) {
      HttpResponse<String> answer = service.decide(each.getValue());
      assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(401);
      assertThat(answer.body()).as(each.getKey()).isEqualTo(words);
    }
    assertThat(service.decide(whole).statusCode()).isEqualTo(200);
  }

  private static Date in(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  /** Signed with the public key as if it were a secret of both. */
  private static String withSharedSecret(JWTClaimsSet.Builder claims) throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims.build());
    token.sign(new MACSigner(issuer.publicKey().getBytes(UTF_8)));
    return token.serialize();
  }

  private static String otherClaims(String token, String other) {
    List<String> parts = List.of(token.split("\\.", -1));
    return parts.get(0) + "." + List.of(other.split("\\.", -1)).get(1) + "." + parts.get(2);
  }

  @Test
  void token_whileTheIssuerIsAway_isNotCalledWrong(@TempDir Path data) throws Exception {
    try (ProvenService alone =
        ProvenService.start(
            data,
            Map.of(
                "preclaim.callers.jwk-set-uri",
                "http://127.0.0.1:1/jwks",
                "preclaim.callers.audience",
                TokenIssuer.AUDIENCE))) {
      HttpResponse<String> answer = alone.decide(issuer.token(issuer.claims("decide")));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("urn:preclaim:problem:issuer-unavailable");
    }
  }
}
