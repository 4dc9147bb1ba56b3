package org.preclaim.table;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook says about itself.
 *
 * @param purpose what its policies check
 * @param owner who answers for them
 * @param lastReviewed when a person last compared them with their sources; absent where the sheet
 *     does not say
 * @param citations the sources
 * @param required whether an encounter for which the family could not be evaluated is incomplete
 * @param needs what an encounter must have been sent with
 */
public record About(
    String purpose,
    String owner,
    @Nullable LocalDate lastReviewed,
    String citations,
    boolean required,
    Set<Need> needs) {

  /** Copies the set. */
  public About {
    Set<Need> ordered = EnumSet.noneOf(Need.class);
    ordered.addAll(needs);
    needs = Collections.unmodifiableSet(ordered);
  }
}
