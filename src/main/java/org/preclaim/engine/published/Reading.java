package org.preclaim.engine.published;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.language.Published;

/**
 * What the official files say on one topic.
 *
 * @param facts what they say
 * @param gaps what could not be asked
 * @param notes what they leave open, in words
 * @param notApplicable why the topic does not concern the encounter; absent where it does
 */
public record Reading(
    List<Published> facts, List<Gap> gaps, List<String> notes, @Nullable String notApplicable) {

  /** Copies the lists. */
  public Reading {
    facts = List.copyOf(facts);
    gaps = List.copyOf(gaps);
    notes = List.copyOf(notes);
  }

  /** The topic has nothing to do with the encounter. */
  static Reading notApplicable(String why) {
    return new Reading(List.of(), List.of(), List.of(), why);
  }

  /** Nothing was asked. */
  static Reading gap(Gap gap) {
    return new Reading(List.of(), List.of(gap), List.of(), null);
  }

  /** Whether something could not be asked for this reason. */
  public boolean lacks(Gap.Reason reason) {
    return gaps.stream().anyMatch(gap -> gap.reason() == reason);
  }

  /** The gaps, else the notes, as one text; {@code null} where there is neither. */
  public @Nullable String detail() {
    Set<String> words = new LinkedHashSet<>();
    gaps.forEach(gap -> words.add(gap.words()));
    words.addAll(notes);
    return words.isEmpty() ? null : String.join("; ", words);
  }
}
