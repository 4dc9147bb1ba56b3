package org.preclaim.encounter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done, in the words of the {@link Vocabulary}, independent of how it was coded.
 *
 * @param kind a word of the list {@code kind}
 * @param access a word of the list {@code access}
 * @param approach a word of the list {@code approach}
 * @param interventions vocabulary words for what was done to the tissue
 * @param techniques vocabulary words for how the contrast study was made
 * @param laterality a word of the list {@code laterality}
 * @param guidance words of the list {@code guidance}
 * @param dates the days on which it was done
 */
public record PerformedProcedure(
    String kind,
    @Nullable String access,
    @Nullable String approach,
    List<String> interventions,
    List<String> techniques,
    @Nullable String laterality,
    List<String> guidance,
    ServiceDates dates) {

  /** Copies the lists. */
  public PerformedProcedure {
    interventions = List.copyOf(interventions);
    techniques = List.copyOf(techniques);
    guidance = List.copyOf(guidance);
  }
}
