package org.preclaim.release;

import org.preclaim.reference.Vintage;

/**
 * A reference table that a release is decided with, as its lock file names it.
 *
 * @param dataset for instance {@code ncci-ptp-practitioner}
 * @param effective the table's first day, ISO-8601
 * @param sha256 digest of the packed table, lower-case hex
 */
public record PinnedReference(String dataset, String effective, String sha256) {

  /** Pins {@code vintage}. */
  public static PinnedReference of(Vintage vintage) {
    return new PinnedReference(
        vintage.dataset().word(), vintage.effective().toString(), vintage.digest());
  }
}
