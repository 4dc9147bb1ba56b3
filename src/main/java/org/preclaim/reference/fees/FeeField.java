package org.preclaim.reference.fees;

import java.util.regex.Pattern;

/** A field of the relative value file that is kept, and where each form of the file has it. */
enum FeeField {
  CODE("HCPCS", 1, 5, "[0-9A-Z]{5}", "five capitals and digits"),
  MODIFIER("MOD", 6, 7, "(26|TC|53)?", "26, TC, 53 or nothing"),
  STATUS("STATUS CODE", 58, 58, "[A-JM-NP-RTX]", "a status code such as A"),
  PC_TC("PCTC IND", 103, 103, "[0-9]", "0 to 9"),
  GLOBAL_DAYS(
      "GLOB DAYS", 104, 106, "000|010|090|MMM|XXX|YYY|ZZZ", "000, 010, 090, MMM, XXX, YYY or ZZZ"),
  MULTIPLE("MULT PROC", 116, 116, "[0-9]", "0 to 9"),
  BILATERAL("BILAT SURG", 117, 117, "[01239]", "0, 1, 2, 3 or 9"),
  ASSISTANT("ASST SURG", 118, 118, "[0129]", "0, 1, 2 or 9"),
  CO_SURGEON("CO- SURG", 119, 119, "[0129]", "0, 1, 2 or 9"),
  TEAM("TEAM SURG", 120, 120, "[0129]", "0, 1, 2 or 9");

  private final String heading;
  private final int first;
  private final int last;
  private final Pattern values;
  private final String expected;

  FeeField(String heading, int first, int last, String values, String expected) {
    this.heading = heading;
    this.first = first;
    this.last = last;
    this.values = Pattern.compile(values);
    this.expected = expected;
  }

  /** Its column's name, joined from the stacked rows of the header. */
  String heading() {
    return heading;
  }

  /** Its first character in a fixed-width record, from 1. */
  int first() {
    return first;
  }

  /** Its text in a fixed-width record. */
  String in(String record) {
    return record.substring(first - 1, last).strip();
  }

  boolean allows(String text) {
    return values.matcher(text).matches();
  }

  /** What it allows, in words. */
  String expected() {
    return expected;
  }
}
