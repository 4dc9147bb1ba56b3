package org.preclaim.reference;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Setting;

/**
 * All vintages that decisions may ask, immutable. Each look-up gives the table whose vintage covers
 * a date of service, or {@code null} where none does: then nothing was checked.
 */
public interface ReferenceData {

  /** What is loaded, by dataset and effective date. */
  List<Vintage> vintages();

  /** The procedure pairs for {@code setting}; DME suppliers have none. */
  @Nullable PtpTable ptp(Setting setting, LocalDate date);

  /** The unit limits for {@code setting}. */
  @Nullable MueTable mue(Setting setting, LocalDate date);

  /** The add-on codes. */
  @Nullable AddOnTable addOns(LocalDate date);

  /** The physician fee schedule's indicators. */
  @Nullable FeeSchedule feeSchedule(LocalDate date);

  /** The diagnosis codes. */
  @Nullable DiagnosisTable diagnoses(LocalDate date);

  /** The age flags of diagnoses. */
  @Nullable AgeEdits ageEdits(LocalDate date);

  /** The Level II codes. */
  @Nullable HcpcsTable hcpcs(LocalDate date);

  /** The coverage articles. */
  @Nullable CoverageArticles articles(LocalDate date);

  /** The reason and remark codes of remittances; no decision asks them. */
  @Nullable RemittanceCodes remittanceCodes(LocalDate date);
}
