package org.preclaim.intake.x12;

import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.intake.x12.ClaimDraft.LineDraft;

/** Reads the service lines of one claim, one by one. */
interface LineReader {

  /** The segment's qualifier of a service date. */
  String SERVICE = "472";

  /**
   * The line as {@code number}; null where a problem or a notice of the claim says why there is
   * none.
   *
   * @param separator of components where the claim uses another one than its header says
   */
  @Nullable ServiceLine read(LineDraft line, int number, @Nullable Character separator);
}
