package org.preclaim.reference.ncci;

import java.util.List;

/** Why CMS limits the units of a code. */
enum MueRationale implements Rationale {
  UNKNOWN("for a reason that is not among those known here", "\0"),
  POLICY("a policy of Medicare limits it", "cmspolicy"),
  CLAIMS("hardly any claim has more", "clinicaldata"),
  DESCRIPTOR("what the code means allows no more", "codedescriptor"),
  ANATOMY("the body has no more of what it is done to", "anatomic"),
  NATURE_OF_SERVICE("by its nature it is not done more often in a day", "natureofservice"),
  PRESCRIBING("prescribing information allows no more", "prescribing"),
  NATURE_OF_ANALYTE("what is measured does not call for more", "natureofanalyte"),
  WORKGROUP("clinicians at Medicare hold more to be unlikely", "workgroup"),
  DISCONTINUED("the drug is no longer sold", "discontinued"),
  NATURE_OF_EQUIPMENT("nobody uses more of such equipment", "natureofequipment"),
  SOCIETY("medical societies hold more to be unlikely", "society"),
  ORAL("medicine by mouth is not paid here", "oralmedication"),
  COMPOUNDED("a policy on compounded drugs limits it", "compounded"),
  CONTRACTOR("a published policy of contractors limits it", "contractor");

  private final String words;
  private final String phrase;

  MueRationale(String words, String phrase) {
    this.words = words;
    this.phrase = phrase;
  }

  /** The category of a published text; {@link #UNKNOWN} where it is new. */
  static MueRationale of(String published) {
    return Rationale.of(values(), published);
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public String phrase() {
    return phrase;
  }

  /** Its place in {@link #allWords()}, which packed rows name. */
  int number() {
    return Rationale.number(values(), this);
  }

  /** The words of all categories, by their number. */
  static List<String> allWords() {
    return Rationale.allWords(values());
  }
}
