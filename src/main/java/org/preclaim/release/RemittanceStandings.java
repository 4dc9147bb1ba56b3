package org.preclaim.release;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.RemittanceCodes;
import org.preclaim.reference.RemittanceCodes.Kind;
import org.preclaim.reference.RemittanceCodes.Use;
import org.preclaim.reference.Vintage;
import org.preclaim.table.EffectiveDates;

/**
 * What reason and remark codes are on the days on which they are named. Of all lists that are
 * loaded the latest is asked: codes stay on it after they were stopped, so that it speaks for
 * earlier days too.
 */
final class RemittanceStandings {

  private final @Nullable RemittanceCodes latest;

  RemittanceStandings(ReferenceData reference) {
    Optional<LocalDate> effective =
        reference.vintages().stream()
            .filter(vintage -> vintage.dataset() == Dataset.REMITTANCE_CODES)
            .map(Vintage::effective)
            .max(Comparator.naturalOrder());
    this.latest = effective.map(reference::remittanceCodes).orElse(null);
  }

  /** What a code is. */
  sealed interface Standing {}

  /** Used. */
  record Used() implements Standing {}

  /** No longer used on some of the days. */
  record Stopped(LocalDate day) implements Standing {}

  /** Not yet used on any of the days. */
  record NotBegun(LocalDate day) implements Standing {}

  /** On no list. */
  record Unknown() implements Standing {}

  /** No list is loaded that would know. */
  record NotLoaded() implements Standing {}

  /** What {@code code} is on the days {@code dates}. */
  Standing of(Kind kind, String code, EffectiveDates dates) {
    if (latest == null) {
      return new NotLoaded();
    }
    Use use = latest.find(kind, code);
    if (use == null) {
      // A code that began after the list came is on a later one.
      EffectiveDates known = new EffectiveDates(null, latest.vintage().until());
      return dates.overlap(known) ? new Unknown() : new NotLoaded();
    }
    LocalDate stop = use.stop();
    if (stop != null && dates.overlap(new EffectiveDates(stop, null))) {
      return new Stopped(stop);
    }
    return dates.overlap(new EffectiveDates(use.start(), null))
        ? new Used()
        : new NotBegun(use.start());
  }
}
