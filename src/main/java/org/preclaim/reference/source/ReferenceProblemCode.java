package org.preclaim.reference.source;

/** What can be wrong with official files and their store. Stable; each explained in the docs. */
public enum ReferenceProblemCode {
  UNREADABLE("a file cannot be opened, or ends before it should"),
  ARCHIVE("an archive is damaged or packed in a way that is not read"),
  HTML("a web page came instead of the file"),
  LIMIT("there is more of something than is read"),
  UNRECOGNISED("no importer knows the file"),
  NOT_USED("a file is known, or came along in an archive, and is not needed"),
  NO_EFFECTIVE_DATE("neither the file nor its name says from when it holds"),
  PARTS("parts of a release are missing, or do not belong together"),
  SETTING("a file says it is for another setting than its name"),
  HEADER("a column is missing, or stands where another should be"),
  ROW("a row has not the shape of its table"),
  CODE("a field holds no code"),
  DATE("a field holds no date, or the dates of a row run backwards"),
  NUMBER("a field holds no number, or one out of range"),
  INDICATOR("a field holds none of the values that it may have"),
  PADDED("a code had lost its leading zeros; they were put back"),
  DUPLICATE("the same row stands there twice"),
  OVERLAP("two rows answer for the same thing on the same day"),
  CUT_OFF("the last row is not complete"),
  ROW_COUNT("there are far fewer rows than a release has"),
  BASELINE("a change file has no table to change, or does not fit it"),
  REPLACED("another file of the same release was loaded before"),
  TOO_MANY_PROBLEMS("more is wrong than is listed"),
  STORE("a file of the store is damaged, missing or of another version");

  private final String meaning;

  ReferenceProblemCode(String meaning) {
    this.meaning = meaning;
  }

  /** The code as it is reported, for instance {@code REF-NO-EFFECTIVE-DATE}. */
  public String code() {
    return "REF-" + name().replace('_', '-');
  }

  /** What the code says, in a few words. */
  public String meaning() {
    return meaning;
  }
}
