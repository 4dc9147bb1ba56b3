package org.preclaim.caller.key;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.caller.Caller;
import org.preclaim.caller.Role;
import org.preclaim.fixtures.Databases;
import org.preclaim.fixtures.MovedClock;
import org.preclaim.fixtures.ProvenService;

class ApiKeysTest {

  private static final Set<Role> DECIDE = Set.of(Role.DECIDE);
  private static final Duration WEEK = Duration.ofDays(7);

  private final MovedClock clock = new MovedClock();

  @ParameterizedTest
  @EnumSource
  void key_ofACaller_opensUntilItIsRevoked(Databases database) {
    String journal = database.fresh();
    try (ApiKeys keys = ProvenService.keys(journal, clock);
        KeyRing ring = new KeyRing(journal, clock)) {
      assertThat(ring.hasAny()).isFalse();
      clock.move(KeyRing.FRESH);
      String key = keys.add("billing", DECIDE, null).text();

      assertThat(ring.caller(key)).contains(new Caller("billing", DECIDE));
      assertThat(keys.revoke("billing")).isEqualTo(1);
      clock.move(KeyRing.FRESH);
      assertThat(ring.caller(key)).isEmpty();
      assertThat(ring.hasAny()).isFalse();
      assertThat(keys.revoke("billing")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void rotation_ofAKey_letsBothHoldForAWhile(Databases database) {
    String journal = database.fresh();
    try (ApiKeys keys = ProvenService.keys(journal, clock);
        KeyRing ring = new KeyRing(journal, clock)) {
      String first = keys.add("billing", DECIDE, null).text();
      clock.move(Duration.ofDays(1));
      String second = keys.rotate("billing", null, null, WEEK).text();

      assertThat(ring.caller(first)).isPresent();
      assertThat(ring.caller(second)).contains(new Caller("billing", DECIDE));
      clock.move(WEEK.minusMillis(1));
      assertThat(ring.caller(first)).isPresent();
      clock.move(Duration.ofMillis(1));
      assertThat(ring.caller(first)).isEmpty();
      assertThat(ring.caller(second)).isPresent();
    }
  }

  @Test
  void rotation_secondWithinTheOverlap_leavesTwoKeys() {
    String journal = Databases.SQLITE.fresh();
    try (ApiKeys keys = ProvenService.keys(journal, clock);
        KeyRing ring = new KeyRing(journal, clock)) {
      String first = keys.add("billing", DECIDE, null).text();
      clock.move(Duration.ofDays(1));
      String second = keys.rotate("billing", null, null, WEEK).text();
      clock.move(Duration.ofDays(1));
      String third = keys.rotate("billing", Set.of(Role.AUDITOR), null, WEEK).text();

      assertThat(ring.caller(first)).isEmpty();
      assertThat(ring.caller(second)).contains(new Caller("billing", DECIDE));
      assertThat(ring.caller(third)).contains(new Caller("billing", Set.of(Role.AUDITOR)));
    }
  }

  @Test
  void key_afterOneThatWouldExpire_expiresThenToo() {
    String journal = Databases.SQLITE.fresh();
    try (ApiKeys keys = ProvenService.keys(journal, clock)) {
      Instant end = clock.instant().plus(WEEK);
      Instant later = end.plus(WEEK);
      keys.add("billing", DECIDE, end);

      assertThat(keys.rotate("billing", null, null, WEEK).key().expires()).isEqualTo(end);
      assertThat(keys.rotate("billing", null, later, WEEK).key().expires()).isEqualTo(later);
    }
  }

  @Test
  void key_thatExpires_holdsNoMoreFromThenOn() {
    String journal = Databases.SQLITE.fresh();
    try (ApiKeys keys = ProvenService.keys(journal, clock);
        KeyRing ring = new KeyRing(journal, clock)) {
      Instant end = clock.instant().plus(WEEK);
      String key = keys.add("billing", DECIDE, end).text();
      clock.move(WEEK.minusMillis(1));
      assertThat(ring.caller(key)).isPresent();
      clock.move(Duration.ofMillis(1));

      assertThat(ring.caller(key)).isEmpty();
      assertThatThrownBy(() -> keys.rotate("billing", null, end, WEEK))
          .isInstanceOf(KeyFault.class)
          .hasMessage("CALLERS-EXPIRED the key would hold no more: expected a day after today");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "local", "Billing", "-billing", "oidc:ada", "a b", "a/b", "é"})
  void name_thatIsNone_isRefused(String name) {
    try (ApiKeys keys = ProvenService.keys(Databases.SQLITE.fresh(), clock)) {
      assertThatThrownBy(() -> keys.add(name, DECIDE, null))
          .isInstanceOf(KeyFault.class)
          .hasMessageStartingWith("CALLERS-NAME `" + name + "` cannot be a caller's name");
      assertThat(keys.list()).isEmpty();
    }
  }

  @Test
  void name_givenBefore_isNeverGivenAgain() {
    try (ApiKeys keys = ProvenService.keys(Databases.SQLITE.fresh(), clock)) {
      keys.add("billing", DECIDE, null);
      keys.revoke("billing");

      assertThatThrownBy(() -> keys.add("billing", DECIDE, null))
          .isInstanceOf(KeyFault.class)
          .hasMessageStartingWith("CALLERS-EXISTS `billing` has been given before");
      assertThatThrownBy(() -> keys.revoke("nobody"))
          .isInstanceOf(KeyFault.class)
          .hasMessageStartingWith("CALLERS-UNKNOWN there is no caller `nobody`");
    }
  }

  @Test
  void database_ofKeys_doesNotHoldTheirSecrets() throws Exception {
    String journal = Databases.SQLITE.fresh();
    IssuedKey issued;
    try (ApiKeys keys = ProvenService.keys(journal, clock)) {
      issued = keys.add("billing", DECIDE, null);
      assertThat(keys.list()).containsExactly(issued.key());
    }
    String secret = issued.text().substring(issued.text().lastIndexOf('_') + 1);

    StringBuilder stored = new StringBuilder();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Path.of(journal).resolveSibling(""))) {
      for (Path file : files) {
        stored.append(Files.readString(file, ISO_8859_1));
      }
    }
    assertThat(stored.toString()).contains(issued.key().verifier()).doesNotContain(secret);
    assertThat(issued.toString()).doesNotContain(secret);
    assertThat(KeyText.of(issued.text()).orElseThrow().toString()).doesNotContain(secret);
  }

  @Test
  void keyRing_withoutKeys_recognisesNobody() {
    try (KeyRing ring = KeyRing.empty()) {
      assertThat(ring.hasAny()).isFalse();
      assertThat(ring.caller("preclaim_0123456789abcdef_" + "0".repeat(64))).isEmpty();
    }
  }
}
