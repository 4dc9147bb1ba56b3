package org.preclaim.web;

/** X12 files in which nearly every byte is a problem, and no group whose sender could be told. */
final class ManyProblems {

  private static final String INTERCHANGE =
      "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       "
          + "*260310*1200*^*00501*000000905*0*T*:~";

  /** More than are kept of one level. */
  private static final int BROKEN = 105;

  private ManyProblems() {}

  /** Segments without as much as a name, a byte each. */
  static String segmentsOfNothing(int many) {
    return INTERCHANGE + "~".repeat(many);
  }

  /** Trailers of groups that never began. */
  static String strayTrailers(int many) {
    return INTERCHANGE + "GE~".repeat(many);
  }

  /**
   * Claims of four bytes, each of which repeats what is wrong with the level that it belongs to.
   */
  static String claims(int many) {
    return INTERCHANGE
        + "ST*837*0001*005010X222A1~HL*1**20*1~HL*2*1*22*0~"
        + "QQQ~".repeat(BROKEN)
        + "CLM~".repeat(many);
  }
}
