package org.preclaim.engine.language;

import org.preclaim.reference.Vintage;

/**
 * What a row of an official file says about lines of the encounter. It stands among the facts of a
 * family before any rule fires; {@link Flag#because(Statement)} names it as the ground of a
 * finding, and {@code {edit}} in a message puts it into words.
 */
public sealed interface Published extends Statement
    permits ArticleCoverage,
        CodeStanding,
        DiagnosisAges,
        DiagnosisStanding,
        FeeScheduleLine,
        GlobalPeriod,
        PublishedAddOn,
        PublishedPair,
        PublishedUnits {

  /** The release of the file that says so. */
  Vintage vintage();

  /** The file and its release, for instance {@code ncci-ptp-practitioner 2024-07-01}. */
  static String file(Vintage vintage) {
    return vintage.dataset().word() + " " + vintage.effective();
  }
}
