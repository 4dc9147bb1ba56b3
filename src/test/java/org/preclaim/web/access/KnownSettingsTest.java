package org.preclaim.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.desk.Entrance;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

class KnownSettingsTest {

  private static final String NONE = ": CALLERS-SETTING there is no such setting";
  private static final String ENVIRONMENT =
      StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

  /** The problems of settings in a file, without the name of the file. */
  private static List<String> inFile(String... lines) throws IOException {
    Resource file = new ByteArrayResource(String.join("\n", lines).getBytes(UTF_8), "f");
    return problems(new PropertiesPropertySourceLoader().load("file", file).get(0)).stream()
        .map(each -> each.replace("Byte array resource [f]", "file"))
        .toList();
  }

  private static List<String> inEnvironment(String name, String value) {
    return problems(new SystemEnvironmentPropertySource(ENVIRONMENT, Map.of(name, value)));
  }

  private static List<String> problems(PropertySource<?> source) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().remove(ENVIRONMENT);
    environment.getPropertySources().addFirst(source);
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try {
      AccessCheck.of(Entrance.local(loopback), environment);
      return List.of();
    } catch (UnusableSettings refused) {
      return refused.problems().stream().map(Object::toString).toList();
    }
  }

  @Test
  void file_withSettingsThatDoNotExist_isToldAllOfThemWithTheirLines() throws IOException {
    assertThat(
            inFile(
                "server.ssl.bundel=service",
                "# not a setting",
                "server.tomcat.threads.mx=5",
                "preclaim.journal.ulr=x",
                "preclaim.nothing.like.it=y",
                "preclaim.limits.brst=5",
                "preclaim.limits.concurrent=many",
                "preclaim.callers.roles.decied=x",
                "preclaim.hooks.origins=*"))
        .satisfiesExactly(
            each -> assertThat(each).startsWith("preclaim.journal.ulr in file:4" + NONE),
            each ->
                assertThat(each)
                    .isEqualTo(
                        "preclaim.limits.brst in file:6"
                            + NONE
                            + "\n  help: did you mean `preclaim.limits.burst`?"),
            each ->
                assertThat(each)
                    .isEqualTo(
                        "preclaim.nothing.like.it in file:5"
                            + NONE
                            + "\n  help: docs/operating.md and docs/security.md list all of them"),
            each ->
                assertThat(each)
                    .isEqualTo(
                        "server.ssl.bundel in file:1"
                            + NONE
                            + "\n  help: did you mean `server.ssl.bundle`?"),
            each ->
                assertThat(each)
                    .isEqualTo(
                        "server.tomcat.threads.mx in file:3"
                            + NONE
                            + "\n  help: did you mean `server.tomcat.threads.max`?"),
            each ->
                assertThat(each)
                    .isEqualTo(
                        "preclaim.limits.concurrent in file:7: CALLERS-SETTING its value is of"
                            + " another type: expected a whole number"),
            each ->
                assertThat(each)
                    .startsWith("preclaim.callers.roles.decied: ")
                    .contains("there is no role of this name", "decide"),
            each -> assertThat(each).startsWith("preclaim.hooks.origins: "));
  }

  @ParameterizedTest
  @CsvSource({
    "sever.ssl.bundle, server.ssl.bundle",
    "preclam.limits.burst, preclaim.limits.burst",
    "spring.ssl.bundle.pem.service.keystore.private-kye,"
        + " spring.ssl.bundle.pem.service.keystore.private-key",
    "spring.security.oauth2.client.registration.hospital.client-sceret,"
        + " spring.security.oauth2.client.registration.hospital.client-secret",
    "server.error.whitelabel.enabled, spring.web.error.whitelabel.enabled",
    "preclaim.callers.isuer, preclaim.callers.issuer",
    "preclaim.hooks.origin, preclaim.hooks.origins",
    "management.endpoint.helth.show-details, management.endpoint.health.show-details"
  })
  void file_withSettingThatDoesNotExist_isToldTheNearestAndNeverTheValue(String wrong, String near)
      throws IOException {
    assertThat(inFile(wrong + "=secret"))
        .containsExactly(wrong + " in file:1" + NONE + "\n  help: did you mean `" + near + "`?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server.forwardHeadersStrategy=native",
        "server.forward_headers_strategy=native",
        "SERVER.SSL.BUNDLE=service",
        "server.ssl.ciphers[0]=x",
        "server.ssl.server-name-bundles[0].server-name=x",
        "server.servlet.context-parameters[preclaim.body-seconds]=3",
        "spring.ssl.bundle.pem.service.keystore.privateKey=x",
        "spring.ssl.bundle.pem.service.reload-on-update=true",
        "spring.ssl.bundle.jks.service.keystore.location=x",
        "spring.security.oauth2.client.provider.hospital.issuer-uri=x",
        "spring.lifecycle.timeout-per-shutdown-phase=5s",
        "spring.profiles.active=x",
        "spring.config.import=x",
        "logging.level.org.preclaim.web=debug",
        "logging.file.name=x",
        "management.endpoint.health.group.custom.include=ping",
        "management.metrics.distribution.percentiles-histogram.http.server.requests=true",
        "management.opentelemetry.resource-attributes.service.name=x",
        "management.opentelemetry.tracing.export.otlp.endpoint=x",
        "management.tracing.sampling.probability=1.0",
        "info.contact=x",
        "debug=false",
        "preclaim.limits.requestsPerSecond=5",
        "preclaim.callers.roles.Decide=x",
        "preclaim.callers.hosts[0]=localhost",
      })
  void file_withSettingThatExists_isTaken(String line) throws IOException {
    assertThat(inFile(line)).isEmpty();
  }

  @Test
  void file_withNameThatAnotherValueRefersTo_isTaken() throws IOException {
    assertThat(inFile("store.password=x", "spring.ssl.bundle.jks.s.key.password=${store.password}"))
        .isEmpty();
    assertThat(inFile("store.password=x")).singleElement().asString().contains("remove it");
  }

  @ParameterizedTest
  @CsvSource({
    "preclaim.log.format, PRECLAIM_LOG_FORMAT",
    "preclaim.journal.url, PRECLAIM_JOURNAL_URL",
    "preclaim.key, PRECLAIM_KEY"
  })
  void file_withSettingOfTheEnvironment_isToldTheVariable(String name, String variable)
      throws IOException {
    assertThat(inFile(name + "=json"))
        .containsExactly(
            name
                + " in file:1: CALLERS-SETTING the setting is not read from here\n  help: set "
                + variable
                + " in the environment");
    assertThat(inEnvironment(variable, "json")).isEmpty();
  }

  @Test
  void file_withAddressOrPort_isToldTheOption() throws IOException {
    assertThat(inFile("server.address=0.0.0.0", "server.port=9090"))
        .containsExactly(
            "server.address in file:1: CALLERS-SETTING the setting is not read from here\n"
                + "  help: say it with --address",
            "server.port in file:2: CALLERS-SETTING the setting is not read from here\n"
                + "  help: say it with --port");
    assertThat(inEnvironment("SERVER_PORT", "tcp://10.0.0.1:80")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PRECLAIM_LIMITS_BRST, PRECLAIM_LIMITS_BURST",
    "PRECLAIM_JOURNAL_ULR, PRECLAIM_JOURNAL_URL",
    "SERVER_SSL_BUNDEL, SERVER_SSL_BUNDLE",
    "SPRING_SSL_BUNDLE_PEM_SERVICE_KEYSTORE_CERTIFICAT,"
        + " SPRING_SSL_BUNDLE_PEM_SERVICE_KEYSTORE_CERTIFICATE"
  })
  void environment_withSettingThatDoesNotExist_isToldTheNearest(String wrong, String near) {
    assertThat(inEnvironment(wrong, "5"))
        .containsExactly(
            wrong + " in the environment" + NONE + "\n  help: did you mean `" + near + "`?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SERVER_NAME",
        "SERVER_SERVICE_HOST",
        "SERVER_PORT_8080_TCP_ADDR",
        "SPRING_APPLICATION_JSON",
        "SPRING_PROFILES_ACTIVE",
        "LOGGING_LEVEL_ORG_PRECLAIM",
        "SERVER_FORWARD_HEADERS_STRATEGY",
        "SERVER_FORWARDHEADERSSTRATEGY",
        "SERVER_SSL_ENABLED_PROTOCOLS_0",
        "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT",
        "MANAGEMENT_TRACING_SAMPLING_PROBABILITY",
        "SPRING_SSL_BUNDLE_PEM_SERVICE_KEYSTORE_PRIVATE_KEY",
        "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_HOSPITAL_CLIENT_ID",
        "PRECLAIM_LIMITS_REQUESTSPERSECOND",
        "PRECLAIM_LIMITS_REQUESTS_PER_SECOND",
        "PATH",
        "_"
      })
  void environment_withSettingThatExistsOrIsOfOthers_isTaken(String name) {
    assertThat(inEnvironment(name, "5")).isEmpty();
  }

  @Test
  void limit_ofTheEnvironment_isReadInEitherSpelling() {
    for (String name :
        List.of("PRECLAIM_LIMITS_REQUESTSPERSECOND", "PRECLAIM_LIMITS_REQUESTS_PER_SECOND")) {
      assertThat(inEnvironment(name, "0"))
          .containsExactly(
              "preclaim.limits.requests-per-second: CALLERS-SETTING expected a number from 1 on");
    }
  }

  @Test
  void argument_thatTheProgramHandsOn_isCheckedOnlyWhereItIsOurs() {
    assertThat(problems(new MapPropertySource("arguments", Map.of("server.nothing", "x"))))
        .isEmpty();
    assertThat(problems(new MapPropertySource("arguments", Map.of("preclaim.nothing", "x"))))
        .hasSize(1);
  }

  /** The program's own file is not checked when it starts, so it is here. */
  @Test
  void ownFile_everySettingOfIt_exists() throws IOException {
    String own = new ClassPathResource("application.properties").getContentAsString(UTF_8);

    assertThat(inFile(own.split("\n")))
        .singleElement()
        .asString()
        .contains("preclaim.swagger-ui in file:");
  }
}
