package org.preclaim.reference.ncci;

import java.util.List;

/** Why CMS has a procedure pair. */
enum PtpRationale implements Rationale {
  UNKNOWN("for a reason that is not among those known here", "\0"),
  INSTRUCTION("coding instructions say not to report the two together", "manualcodinginstruction"),
  MISUSE("the denied code is not meant to be used with the other one", "misuseof"),
  STANDARD_PRACTICE("the denied service belongs to doing the other one properly", "standardsof"),
  ANAESTHESIA_CARE("preparing and watching the patient belongs to the anaesthesia", "preparation"),
  DEFINITION("what the paid code means contains the denied one", "procedurecodedefinition"),
  MUTUALLY_EXCLUSIVE("the two are not both done in one encounter", "mutuallyexclusive"),
  MORE_EXTENSIVE("the paid procedure is the more extensive one", "moreextensive"),
  SEPARATE("the denied procedure counts only where it is done alone", "separateprocedure"),
  SURGEONS_ANAESTHESIA("anaesthesia by the surgeon belongs to the surgery", "anesthesiaservice"),
  SEQUENTIAL("of two attempts one after the other only the last counts", "sequential"),
  PANEL("the denied test is part of the panel", "laboratorypanel"),
  SEX("the two are procedures for different sexes", "gender");

  private final String words;
  private final String phrase;

  PtpRationale(String words, String phrase) {
    this.words = words;
    this.phrase = phrase;
  }

  /** The category of a published text; {@link #UNKNOWN} where it is new. */
  static PtpRationale of(String published) {
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
