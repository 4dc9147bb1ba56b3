package org.preclaim.intake.fhir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.CareTeamComponent;
import org.hl7.fhir.r4.model.Claim.ItemComponent;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Provider;

/**
 * Finds who rendered the service of an item. Members that some item names belong to the items that
 * name them; the others belong to the items that name nobody. Among several, the one in the role
 * `rendering`, `performing` or `primary` counts, then the responsible one, then an only one.
 */
final class CareTeam {

  private static final List<String> ROLES = List.of("rendering", "performing", "primary");

  private final Reading reading;
  private final Found<Claim> claim;
  private final Providers providers;
  private final Set<Integer> named = new HashSet<>();

  CareTeam(Reading reading, Found<Claim> claim, Providers providers) {
    this.reading = reading;
    this.claim = claim;
    this.providers = providers;
    for (ItemComponent item : claim.resource().getItem()) {
      item.getCareTeamSequence().forEach(each -> named.add(Numbers.of(each)));
    }
  }

  /** The provider of {@code item}; null where nobody was named. */
  @Nullable Provider rendering(ItemComponent item, Spot spot) {
    Set<Integer> wanted = new HashSet<>();
    List<PositiveIntType> sequences = item.getCareTeamSequence();
    for (int index = 0; index < sequences.size(); index++) {
      Integer sequence = sequences.get(index).getValue();
      if (sequence == null) {
        continue;
      }
      wanted.add(sequence);
      if (members(Set.of(sequence)).isEmpty()) {
        reading.problem(
            spot.entry("careTeamSequence", index),
            FhirProblemCode.UNKNOWN_CARE_TEAM,
            "no member of the care team has the sequence `" + sequence + "`");
      }
    }
    List<Integer> candidates = wanted.isEmpty() ? unnamed() : members(wanted);
    Integer chosen = chosen(candidates);
    if (chosen == null) {
      if (!candidates.isEmpty()) {
        reading.notice(
            spot,
            FhirProblemCode.PROVIDER,
            "several members of the care team may have rendered the item, and no role says which");
      }
      return null;
    }
    return providers.provider(
        member(chosen).getProvider(),
        claim.spot().entry("careTeam", chosen).field("provider"),
        claim,
        "rendering provider");
  }

  private CareTeamComponent member(int index) {
    return claim.resource().getCareTeam().get(index);
  }

  private List<Integer> members(Set<Integer> sequences) {
    List<Integer> found = new ArrayList<>();
    for (int index = 0; index < claim.resource().getCareTeam().size(); index++) {
      if (sequences.contains(Numbers.of(member(index).getSequenceElement()))) {
        found.add(index);
      }
    }
    return found;
  }

  private List<Integer> unnamed() {
    List<Integer> found = new ArrayList<>();
    for (int index = 0; index < claim.resource().getCareTeam().size(); index++) {
      if (!named.contains(Numbers.of(member(index).getSequenceElement()))) {
        found.add(index);
      }
    }
    return found;
  }

  private @Nullable Integer chosen(List<Integer> candidates) {
    for (String role : ROLES) {
      for (Integer each : candidates) {
        boolean plays =
            member(each).getRole().getCoding().stream()
                .anyMatch(coding -> role.equals(coding.getCode()));
        if (plays) {
          return each;
        }
      }
    }
    List<Integer> responsible =
        candidates.stream()
            .filter(each -> Numbers.isTrue(member(each).getResponsibleElement()))
            .toList();
    List<Integer> left = responsible.isEmpty() ? candidates : responsible;
    return left.size() == 1 ? left.get(0) : null;
  }
}
