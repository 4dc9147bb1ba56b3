package org.preclaim.encounter;

/** Who bills, and therefore which edit tables apply. */
public enum Setting {
  PRACTITIONER("practitioner"),
  OUTPATIENT_HOSPITAL("outpatient-hospital"),
  DME_SUPPLIER("dme-supplier");

  private final String word;

  Setting(String word) {
    this.word = word;
  }

  /** The word used on the wire and in tables. */
  public String word() {
    return word;
  }
}
