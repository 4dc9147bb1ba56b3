package org.preclaim.intake.json;

/** What can be wrong with an encounter in JSON. Codes are stable; each is explained in the docs. */
public enum JsonProblemCode {
  SYNTAX("the text is not JSON"),
  ENCODING("the bytes are not UTF-8"),
  TOO_LARGE("the document has more bytes than are read"),
  TOO_DEEP("objects and lists stand too deep in one another"),
  TOO_MANY_VALUES("the document has more values than are read"),
  TOO_MANY_ENTRIES("a list has more entries than are read"),
  TOO_LONG("a text has more characters than are read"),
  TOO_MANY_PROBLEMS("more is wrong than is listed"),
  UNKNOWN_FIELD("a field has a name that means nothing here"),
  DUPLICATE_FIELD("an object has the same field twice"),
  MISSING_FIELD("a required field is not there"),
  NULL_VALUE("a field has the value null"),
  WRONG_TYPE("a value has another JSON type than its field"),
  CODE_NOT_TEXT("a code is a number, so its leading zeros would be lost"),
  BAD_TEXT("a text is blank or has characters that no text may have"),
  BAD_CODE("a code, modifier, place or identifier has not the shape of one"),
  BAD_DATE("a date is not a day in the form yyyy-mm-dd"),
  BAD_DECIMAL("units or a charge are no decimal number, or out of range"),
  BAD_NUMBER("a whole number is out of range"),
  UNKNOWN_WORD("a word is not in its list"),
  DUPLICATE_NUMBER("two lines or two diagnoses have the same number"),
  UNKNOWN_DIAGNOSIS("a line points to a diagnosis that is not there"),
  DATES_REVERSED("a range of dates runs backwards"),
  TWO_DATES("a service has both a date and a range"),
  BIRTH_AFTER_SERVICE("the patient was born after a service");

  private final String meaning;

  JsonProblemCode(String meaning) {
    this.meaning = meaning;
  }

  /** The code as it is reported, for instance {@code JSON-UNKNOWN-FIELD}. */
  public String code() {
    return "JSON-" + name().replace('_', '-');
  }

  /** What the code says, in a few words. */
  public String meaning() {
    return meaning;
  }
}
