package org.preclaim.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.caller.Role;
import org.preclaim.caller.key.ApiKeys;
import org.preclaim.caller.key.KeyRing;
import org.preclaim.desk.Entrance;
import org.preclaim.fixtures.Databases;
import org.preclaim.fixtures.MovedClock;
import org.preclaim.fixtures.ProvenService;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class AccessCheckTest {

  private static final String HELP =
      "\n  help: make a key with `callers add NAME --role decide`, or name an issuer of tokens with"
          + " preclaim.callers.issuer; docs/security.md has both";

  private final MovedClock clock = new MovedClock();
  private final String journal = Databases.SQLITE.fresh();

  private Access access(String address, boolean proof, Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    try (KeyRing keys = new KeyRing(journal, clock)) {
      return AccessCheck.of(
          new Entrance(new InetSocketAddress(address, 0), proof, keys), environment);
    }
  }

  private void isRefused(
      String address, boolean proof, Map<String, Object> settings, String... problems) {
    assertThatThrownBy(() -> access(address, proof, settings))
        .isInstanceOfSatisfying(
            UnusableSettings.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Object::toString)
                    .containsExactly(problems));
  }

  @Test
  void loopback_withoutSettings_isForItsOneUser() {
    assertThat(access("127.0.0.1", false, Map.of()).isLocal()).isTrue();
    assertThat(access("127.0.0.1", false, Map.of()).words()).isEqualTo("local");
    assertThat(access("::1", false, Map.of()).isLocal()).isTrue();
  }

  @Test
  void addressOfOthers_withoutKeysOrTokens_isRefused() {
    isRefused(
        "0.0.0.0",
        false,
        Map.of(),
        "--address: CALLERS-UNPROVEN `0.0.0.0` can be reached from other machines, and callers"
            + " could not prove who they are"
            + HELP);
  }

  @Test
  void loopback_whereProofIsAskedForAndNobodyHasAny_isRefused() {
    isRefused(
        "127.0.0.1",
        true,
        Map.of(),
        "--authenticate: CALLERS-UNPROVEN callers are to prove who they are, and nobody could"
            + HELP);
  }

  @Test
  void addressOfOthers_withKeyThatHolds_isTaken() {
    try (ApiKeys keys = ProvenService.keys(journal, clock)) {
      keys.add("billing", Set.of(Role.DECIDE), null);
      assertThat(access("0.0.0.0", false, Map.of()).words()).isEqualTo("keys");
      keys.revoke("billing");

      assertThatThrownBy(() -> access("0.0.0.0", false, Map.of()))
          .isInstanceOf(UnusableSettings.class);
    }
  }

  @Test
  void issuer_withAudience_isEnoughAndAsksForProofOnLoopbackToo() {
    Map<String, Object> settings =
        Map.of(
            "preclaim.callers.issuer", "https://idp.example",
            "preclaim.callers.audience", "preclaim");

    assertThat(access("0.0.0.0", false, settings).words()).isEqualTo("keys,tokens");
    assertThat(access("127.0.0.1", false, settings).isLocal()).isFalse();
  }

  @Test
  void settings_thatAreWrong_areAllNamed() {
    isRefused(
        "127.0.0.1",
        false,
        Map.of(
            "preclaim.callers.issuer", "https://idp.example",
            "preclaim.limits.burst", "0",
            "management.server.port", "9090"),
        "preclaim.callers.audience: CALLERS-SETTING without it a token for any other service of the"
            + " issuer would be taken: expected what tokens for this service have in `aud`",
        "preclaim.limits.burst: CALLERS-SETTING expected a number from 1 on",
        "management.server.port: CALLERS-SETTING a second port would let in who is kept out at the"
            + " first: expected none");
    isRefused(
        "127.0.0.1",
        false,
        Map.of("preclaim.callers.audience", "preclaim"),
        "preclaim.callers.issuer: CALLERS-SETTING there is an audience but nobody whose tokens are"
            + " taken: expected `issuer`, `jwk-set-uri` or both");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "https://*.example",
        "https://ehr.example/",
        "https://ehr.example/app",
        "https://EHR.example",
        "https://ehr.example:443",
        "http://ehr.example:80",
        "https://user@ehr.example",
        "https://",
        "ehr.example",
        "ftp://ehr.example",
        "null"
      })
  void origin_thatNoBrowserSends_isRefused(String origin) {
    isRefused(
        "127.0.0.1",
        false,
        Map.of("preclaim.hooks.origins", "https://ehr.example," + origin),
        "preclaim.hooks.origins: CALLERS-SETTING `"
            + origin
            + "` is no origin: expected `https://` and a host in lower case, and its port where"
            + " that is not the usual one\n  help: each origin by its whole name, without a path"
            + " and without `*`, as browsers send it");
  }

  @Test
  void origins_thatBrowsersSend_areTaken() {
    assertThat(
            access(
                    "127.0.0.1",
                    false,
                    Map.of(
                        "preclaim.hooks.origins",
                        "https://ehr.example,http://localhost:3000,https://[::1]:8443"))
                .hooks()
                .origins())
        .hasSize(3);
    assertThat(access("127.0.0.1", false, Map.of()).hooks().origins()).isEmpty();
  }

  @Test
  void hosts_inCapitals_areThoseInSmallLetters() {
    assertThat(
            access(
                    "127.0.0.1",
                    false,
                    Map.of("preclaim.callers.hosts", "Preclaim.example,127.0.0.1, [::1]"))
                .hosts())
        .containsExactlyInAnyOrder("preclaim.example", "127.0.0.1", "[::1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "*.example", "https://preclaim.example", "preclaim.example:8443", "::1", "ü"})
  void host_thatNoHeaderHas_isRefused(String host) {
    isRefused(
        "127.0.0.1",
        false,
        Map.of("preclaim.callers.hosts", "preclaim.example," + host),
        "preclaim.callers.hosts: CALLERS-SETTING `"
            + host
            + "` is no name of a host: expected one such as `preclaim.example` or `[::1]`\n"
            + "  help: each by its whole name, without a scheme, a port or `*`, as the header Host"
            + " has it");
  }
}
