package org.preclaim.reference.ncci;

import java.util.List;
import java.util.Locale;

/**
 * Why CMS has a procedure pair: the categories of the published column, in our words. Spelling and
 * case differ between releases, so a category is known by a phrase that only it has.
 */
enum PtpRationale {
  UNKNOWN(0, "for a reason that is not among those known here", "\0"),
  INSTRUCTION(
      1, "coding instructions say not to report the two together", "manualcodinginstruction"),
  MISUSE(2, "the denied code is not meant to be used with the other one", "misuseof"),
  STANDARD_PRACTICE(3, "the denied service belongs to doing the other one properly", "standardsof"),
  ANAESTHESIA_CARE(
      4, "preparing and watching the patient belongs to the anaesthesia", "preparation"),
  DEFINITION(5, "what the paid code means contains the denied one", "procedurecodedefinition"),
  MUTUALLY_EXCLUSIVE(6, "the two are not both done in one encounter", "mutuallyexclusive"),
  MORE_EXTENSIVE(7, "the paid procedure is the more extensive one", "moreextensive"),
  SEPARATE(8, "the denied procedure counts only where it is done alone", "separateprocedure"),
  SURGEONS_ANAESTHESIA(9, "anaesthesia by the surgeon belongs to the surgery", "anesthesiaservice"),
  SEQUENTIAL(10, "of two attempts one after the other only the last counts", "sequential"),
  PANEL(11, "the denied test is part of the panel", "laboratorypanel"),
  SEX(12, "the two are procedures for different sexes", "gender");

  private final int number;
  private final String words;
  private final String phrase;

  PtpRationale(int number, String words, String phrase) {
    this.number = number;
    this.words = words;
    this.phrase = phrase;
  }

  /** The category of a published text; {@link #UNKNOWN} where it is new. */
  static PtpRationale of(String published) {
    String letters = published.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    for (PtpRationale each : values()) {
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
