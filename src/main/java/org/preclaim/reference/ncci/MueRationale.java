package org.preclaim.reference.ncci;

import java.util.List;
import java.util.Locale;

/** Why CMS limits the units of a code: the categories of the published column, in our words. */
enum MueRationale {
  UNKNOWN(0, "for a reason that is not among those known here", "\0"),
  POLICY(1, "a policy of Medicare limits it", "cmspolicy"),
  CLAIMS(2, "hardly any claim has more", "clinicaldata"),
  DESCRIPTOR(3, "what the code means allows no more", "codedescriptor"),
  ANATOMY(4, "the body has no more of what it is done to", "anatomic"),
  NATURE_OF_SERVICE(5, "by its nature it is not done more often in a day", "natureofservice"),
  PRESCRIBING(6, "prescribing information allows no more", "prescribing"),
  NATURE_OF_ANALYTE(7, "what is measured does not call for more", "natureofanalyte"),
  WORKGROUP(8, "clinicians at Medicare hold more to be unlikely", "workgroup"),
  DISCONTINUED(9, "the drug is no longer sold", "discontinued"),
  NATURE_OF_EQUIPMENT(10, "nobody uses more of such equipment", "natureofequipment"),
  SOCIETY(11, "medical societies hold more to be unlikely", "society"),
  ORAL(12, "medicine by mouth is not paid here", "oralmedication"),
  COMPOUNDED(13, "a policy on compounded drugs limits it", "compounded"),
  CONTRACTOR(14, "a published policy of contractors limits it", "contractor");

  private final int number;
  private final String words;
  private final String phrase;

  MueRationale(int number, String words, String phrase) {
    this.number = number;
    this.words = words;
    this.phrase = phrase;
  }

  /** The category of a published text; {@link #UNKNOWN} where it is new. */
  static MueRationale of(String published) {
    String letters = published.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    for (MueRationale each : values()) {
      if (letters.contains(each.phrase)) {
        return each;
      }
    }
    return UNKNOWN;
  }

  /** Its place in {@link #allWords()}, which packed rows name. */
  int number() {
    return number;
  }

  /** The words of all categories, by their number. */
  static List<String> allWords() {
    return List.of(values()).stream().map(each -> each.words).toList();
  }
}
