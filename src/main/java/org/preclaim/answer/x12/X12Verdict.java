package org.preclaim.answer.x12;

import org.jspecify.annotations.Nullable;
import org.preclaim.intake.x12.X12Code;

/**
 * What one of our codes is in the code lists of X12. Only the codes are given; what they mean
 * stands in the lists that X12 publishes.
 *
 * @param segment IK304, where a whole segment is wrong; absent where that is no error of syntax
 * @param element IK403, where an element is wrong; absent where that is no error of syntax
 * @param set IK502, where the transaction set is wrong
 * @param group AK905, where the group is wrong
 * @param category the claim status category (list 507)
 * @param status the claim status (list 508)
 */
record X12Verdict(
    @Nullable String segment,
    @Nullable String element,
    @Nullable String set,
    @Nullable String group,
    String category,
    String status) {

  /** Segments in error. */
  static final String SEGMENTS = "5";

  private static final String UNPROCESSABLE = "A3";
  private static final String MISSING = "A6";
  private static final String INVALID = "A7";
  private static final String CONFLICTING = "A8";

  /** The claim is there: category and status. */
  static final String ACCEPTED_CATEGORY = "A1";

  /** The claim is there: the status. */
  static final String ACCEPTED_STATUS = "19";

  private static final String FORMAT = "481";
  private static final String INFORMATION = "21";

  /** The verdict for {@code code}. */
  static X12Verdict of(X12Code code) {
    return switch (code) {
      case EMPTY, NOT_X12, ISA, UNREADABLE -> set(SEGMENTS, null);
      case CUT_OFF -> set("2", "3");
      case CONTROL_NUMBER -> set("3", "4");
      case COUNT -> set("4", "5");
      case OLD_VERSION, GUIDE_UNKNOWN -> set("I6", "2");
      case NOT_A_CLAIM -> set("1", null);
      case LIMIT -> both("4", "5");
      case SEGMENT_ID, SEGMENT_UNKNOWN -> segment("1", UNPROCESSABLE, FORMAT);
      case CHARACTER, ENVELOPE, SEGMENT_MISPLACED -> segment("2", UNPROCESSABLE, FORMAT);
      case SEGMENT_ORDER, LOOP_ORDER -> segment("7", UNPROCESSABLE, FORMAT);
      case SEGMENT_REPEATED -> segment("5", UNPROCESSABLE, FORMAT);
      case LOOP_REPEATED -> segment("4", UNPROCESSABLE, FORMAT);
      case SEGMENT_MISSING -> segment("3", MISSING, INFORMATION);
      case LOOP_MISSING, LINE_MISSING -> segment("I7", MISSING, INFORMATION);
      case ELEMENT_MISSING -> element("1", MISSING, INFORMATION);
      case ELEMENT_REPEATED -> element("12", UNPROCESSABLE, FORMAT);
      case CODE_UNKNOWN, HL_NUMBER, HI_SPLIT, LINE_NUMBER -> element("7", INVALID, INFORMATION);
      case DATE -> element("8", INVALID, "187");
      case NUMBER -> element("6", INVALID, INFORMATION);
      case PROCEDURE -> element("7", INVALID, "454");
      case MODIFIER -> element("7", INVALID, "453");
      case DIAGNOSIS -> element("7", INVALID, "255");
      case PLACE -> element("7", INVALID, "249");
      case REVENUE_CODE -> element("7", INVALID, "455");
      case POINTER -> element("7", CONFLICTING, "477");
      case TYPE_OF_BILL -> content(INVALID, "228");
      case LINE_UNCODED -> content(MISSING, "454");
      case PROVIDER_ID -> content(INVALID, "562");
      case VERSION_CONFLICT, SEPARATOR -> content(UNPROCESSABLE, FORMAT);
    };
  }

  private static X12Verdict set(String set, @Nullable String group) {
    return new X12Verdict(null, null, set, group, UNPROCESSABLE, FORMAT);
  }

  private static X12Verdict both(String segment, String element) {
    return new X12Verdict(segment, element, null, null, UNPROCESSABLE, FORMAT);
  }

  private static X12Verdict segment(String segment, String category, String status) {
    return new X12Verdict(segment, null, null, null, category, status);
  }

  private static X12Verdict element(String element, String category, String status) {
    return new X12Verdict(null, element, null, null, category, status);
  }

  private static X12Verdict content(String category, String status) {
    return new X12Verdict(null, null, null, null, category, status);
  }
}
