package org.preclaim.reference;

/** An official table, one of which answers for a date of service. */
public enum Dataset {
  PTP_PRACTITIONER("ncci-ptp-practitioner"),
  PTP_OUTPATIENT_HOSPITAL("ncci-ptp-outpatient-hospital"),
  MUE_PRACTITIONER("ncci-mue-practitioner"),
  MUE_OUTPATIENT_HOSPITAL("ncci-mue-outpatient-hospital"),
  MUE_DME_SUPPLIER("ncci-mue-dme-supplier"),
  ADD_ON("ncci-add-on"),
  FEE_SCHEDULE("mpfs"),
  ICD10_CM("icd-10-cm"),
  AGE_EDITS("mce-age"),
  HCPCS("hcpcs"),
  COVERAGE_ARTICLES("mcd-articles"),
  REMITTANCE_CODES("carc-rarc");

  private final String word;

  Dataset(String word) {
    this.word = word;
  }

  /** The name used on the wire, on the command line and in decisions. */
  public String word() {
    return word;
  }
}
