package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Provider;
import org.preclaim.intake.Admission;

/** A damaged file may cost claims; it must never bring one to another patient or provider. */
class MistakenIdentityTest {

  private static final String NEW_LINE = "\n";
  private static final List<String> SEGMENTS =
      List.of(Admitting.text("four-families.x12").split(NEW_LINE, -1));
  private static final int FIRST_LEVEL = 7;
  private static final int CLAIMS = 12;

  @Test
  void wholeFile_read_hasClaimsOfEightPatients() {
    assertThat(Admitting.all(Admitting.resource("four-families.x12")))
        .hasSize(CLAIMS)
        .allMatch(Admission.Admitted.class::isInstance);
    assertThat(originals().values().stream().map(e -> e.patient().key()).distinct()).hasSize(8);
  }

  @Test
  void eachSegment_removed_bringsNoClaimToAnother() {
    damageEach((segments, at) -> segments.remove(at.intValue()));
  }

  @Test
  void eachIdentifier_damaged_bringsNoClaimToAnother() {
    damageEach((segments, at) -> segments.set(at, "?" + segments.get(at).substring(1)));
  }

  @Test
  void eachTag_takenForAnother_bringsNoClaimToAnother() {
    damageEach((segments, at) -> segments.set(at, segments.get(at).replaceFirst("^..", "ZZ")));
  }

  @Test
  void eachTerminator_lost_bringsNoClaimToAnother() {
    damageEach((segments, at) -> segments.set(at, segments.get(at).replace("~", "")));
  }

  @Test
  void eachIdentifier_damaged_isNeverPassedOver() {
    for (int at = FIRST_LEVEL; at < SEGMENTS.size() - 1; at++) {
      List<String> damaged = new ArrayList<>(SEGMENTS);
      damaged.set(at, "?" + damaged.get(at).substring(1));
      assertThat(read(damaged))
          .as("segment %d, %s", at + 1, SEGMENTS.get(at))
          .anyMatch(Admission.Refused.class::isInstance);
    }
  }

  private static void damageEach(BiConsumer<List<String>, Integer> damage) {
    Map<String, Encounter> originals = originals();
    for (int at = FIRST_LEVEL; at < SEGMENTS.size() - 1; at++) {
      List<String> damaged = new ArrayList<>(SEGMENTS);
      damage.accept(damaged, at);
      for (Encounter read : Admitting.encounters(read(damaged))) {
        assertNotAnother("segment %d, %s".formatted(at + 1, SEGMENTS.get(at)), read, originals);
      }
    }
  }

  /** A pseudonym that nobody has is no mistake: an identifier was lost with its segment. */
  private static void assertNotAnother(
      String as, Encounter read, Map<String, Encounter> originals) {
    Encounter original = Objects.requireNonNull(originals.get(read.id()), as);
    Set<String> otherPatients = new HashSet<>();
    Set<Provider> otherProviders = new HashSet<>();
    for (Encounter other : originals.values()) {
      otherPatients.add(other.patient().key());
      otherProviders.add(other.billingProvider());
    }
    otherPatients.remove(original.patient().key());
    otherProviders.remove(original.billingProvider());
    assertThat(otherPatients)
        .as("%s, claim %s", as, read.id())
        .doesNotContain(read.patient().key());
    assertThat(otherProviders)
        .as("%s, claim %s", as, read.id())
        .doesNotContain(read.billingProvider());
    assertThat(read.lines()).as("%s, claim %s", as, read.id()).hasSize(1);
  }

  private static Map<String, Encounter> originals() {
    return Admitting.encounters(read(SEGMENTS)).stream()
        .collect(Collectors.toMap(Encounter::id, encounter -> encounter));
  }

  private static List<Admission> read(List<String> segments) {
    return Admitting.all(Admitting.bytes(String.join(NEW_LINE, segments)));
  }
}
