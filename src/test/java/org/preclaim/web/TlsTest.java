package org.preclaim.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.caller.Role;
import org.preclaim.fixtures.ProvenService;
import org.preclaim.fixtures.RawHttp;

/** TLS as docs/security.md sets it up, with a certificate of its own. */
class TlsTest {

  private static final String PASSWORD = "changed-here";

  @Test
  void service_withABundle_speaksTlsAndAsksBrowsersToStayWithIt(@TempDir Path data)
      throws Exception {
    Path store = keyStore(data);
    try (ProvenService service =
        ProvenService.start(
            data,
            Map.of(
                "server.ssl.bundle",
                "service",
                "spring.ssl.bundle.jks.service.keystore.location",
                store.toUri().toString(),
                "spring.ssl.bundle.jks.service.keystore.password",
                PASSWORD))) {
      String key = service.key("billing", Role.DECIDE);
      HttpResponse<String> answer = get(store, service.server().port(), key);

      assertThat(service.server().isSecure()).isTrue();
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
      try (RawHttp plain = new RawHttp(service.server().port())) {
        plain.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(plain.readTo("\r\n")).startsWith("HTTP/1.1 400");
      }
    }
  }

  private static HttpResponse<String> get(Path store, int port, String key) throws Exception {
    return HttpClient.newBuilder()
        .sslContext(trusting(store))
        .build()
        .send(
            HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/v1/reference"))
                .header("Authorization", "Bearer " + key)
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static SSLContext trusting(Path store) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      trusted.load(in, PASSWORD.toCharArray());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore roots = KeyStore.getInstance("PKCS12");
    roots.load(null, null);
    roots.setCertificateEntry("service", trusted.getCertificate("service"));
    trust.init(roots);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static Path keyStore(Path folder) throws Exception {
    Path store = folder.resolve("service.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "service",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    return store;
  }
}
