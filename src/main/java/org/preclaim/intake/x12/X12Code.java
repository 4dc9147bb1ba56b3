package org.preclaim.intake.x12;

import java.util.Arrays;
import java.util.Optional;

/** What can be wrong with an X12 file; {@code docs/errors/x12.md} explains each code. */
public enum X12Code {
  EMPTY("X12-EMPTY", "the input holds nothing but blanks"),
  NOT_X12("X12-NOT-X12", "what stands here is no X12 interchange"),
  ISA("X12-ISA", "the interchange header has not the fixed shape that gives the separators"),
  CUT_OFF("X12-CUT-OFF", "the input ends, or starts anew, before an envelope is closed"),
  UNREADABLE("X12-UNREADABLE", "the rest of an interchange cannot be taken apart"),
  LIMIT("X12-LIMIT", "more of something than the configured limit allows"),
  CHARACTER("X12-CHARACTER", "a segment holds a control character"),
  SEGMENT_ID("X12-SEGMENT-ID", "a segment does not start with a segment identifier"),
  ENVELOPE("X12-ENVELOPE", "an envelope segment stands where none can stand"),
  CONTROL_NUMBER("X12-CONTROL-NUMBER", "header and trailer carry different control numbers"),
  COUNT("X12-COUNT", "a trailer counts other than what was sent"),
  OLD_VERSION("X12-OLD-VERSION", "a version before 5010"),
  NOT_A_CLAIM("X12-NOT-A-CLAIM", "a transaction set that carries no claims"),
  GUIDE_UNKNOWN("X12-GUIDE-UNKNOWN", "an 837 that follows another implementation guide"),
  VERSION_CONFLICT("X12-VERSION-CONFLICT", "group and transaction set name different guides"),
  SEGMENT_UNKNOWN("X12-SEGMENT-UNKNOWN", "a segment that an 837 of its guide does not have"),
  SEGMENT_MISPLACED("X12-SEGMENT-MISPLACED", "a segment that cannot stand here"),
  SEGMENT_ORDER("X12-SEGMENT-ORDER", "a segment that should stand earlier in its loop"),
  SEGMENT_MISSING("X12-SEGMENT-MISSING", "a required segment is not there"),
  SEGMENT_REPEATED("X12-SEGMENT-REPEATED", "a segment that may stand once in its loop is repeated"),
  LOOP_ORDER("X12-LOOP-ORDER", "a loop that should stand earlier"),
  LOOP_MISSING("X12-LOOP-MISSING", "a required loop is not there"),
  LOOP_REPEATED("X12-LOOP-REPEATED", "a loop is there more often than it may be"),
  ELEMENT_MISSING("X12-ELEMENT-MISSING", "a required element is empty"),
  ELEMENT_REPEATED("X12-ELEMENT-REPEATED", "an element is repeated that may stand once"),
  CODE_UNKNOWN("X12-CODE-UNKNOWN", "a qualifier or code that has no meaning in its element"),
  DATE("X12-DATE", "a date that is none"),
  NUMBER("X12-NUMBER", "a number that is none, or not one that can stand here"),
  PROCEDURE("X12-PROCEDURE", "a procedure code that cannot be one"),
  MODIFIER("X12-MODIFIER", "a modifier that cannot be one"),
  DIAGNOSIS("X12-DIAGNOSIS", "a diagnosis code that cannot be one"),
  POINTER("X12-POINTER", "a line points to a diagnosis that the claim does not have"),
  PLACE("X12-PLACE", "a place of service that cannot be one"),
  TYPE_OF_BILL("X12-TYPE-OF-BILL", "an institutional bill that hospital edits do not apply to"),
  REVENUE_CODE("X12-REVENUE-CODE", "a revenue code that cannot be one"),
  LINE_UNCODED("X12-LINE-UNCODED", "an institutional line without a procedure code"),
  LINE_MISSING("X12-LINE-MISSING", "a claim without a service line"),
  LINE_NUMBER("X12-LINE-NUMBER", "line numbers that are not unique"),
  PROVIDER_ID("X12-PROVIDER-ID", "a provider without a usable NPI"),
  HL_NUMBER("X12-HL-NUMBER", "hierarchy numbers that do not fit together"),
  HI_SPLIT("X12-HI-SPLIT", "diagnosis qualifier and code in elements of their own"),
  SEPARATOR("X12-SEPARATOR", "a claim uses another component separator than its header says");

  private final String code;
  private final String meaning;

  X12Code(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The constant whose stable code is {@code code}. */
  public static Optional<X12Code> named(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }

  /** The stable code that callers see. */
  public String code() {
    return code;
  }

  /** What it means, in a few words. */
  public String meaning() {
    return meaning;
  }
}
