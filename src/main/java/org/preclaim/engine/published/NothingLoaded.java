package org.preclaim.engine.published;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Setting;
import org.preclaim.reference.AddOnTable;
import org.preclaim.reference.AgeEdits;
import org.preclaim.reference.CoverageArticles;
import org.preclaim.reference.DiagnosisTable;
import org.preclaim.reference.FeeSchedule;
import org.preclaim.reference.HcpcsTable;
import org.preclaim.reference.MueTable;
import org.preclaim.reference.PtpTable;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.RemittanceCodes;
import org.preclaim.reference.Vintage;

/** A data folder into which nothing was imported yet. */
public enum NothingLoaded implements ReferenceData {
  INSTANCE;

  @Override
  public List<Vintage> vintages() {
    return List.of();
  }

  @Override
  public @Nullable PtpTable ptp(Setting setting, LocalDate date) {
    return null;
  }

  @Override
  public @Nullable MueTable mue(Setting setting, LocalDate date) {
    return null;
  }

  @Override
  public @Nullable AddOnTable addOns(LocalDate date) {
    return null;
  }

  @Override
  public @Nullable FeeSchedule feeSchedule(LocalDate date) {
    return null;
  }

  @Override
  public @Nullable DiagnosisTable diagnoses(LocalDate date) {
    return null;
  }

  @Override
  public @Nullable AgeEdits ageEdits(LocalDate date) {
    return null;
  }

  @Override
  public @Nullable HcpcsTable hcpcs(LocalDate date) {
    return null;
  }

  @Override
  public @Nullable CoverageArticles articles(LocalDate date) {
    return null;
  }

  @Override
  public @Nullable RemittanceCodes remittanceCodes(LocalDate date) {
    return null;
  }
}
