package org.preclaim.table;

/**
 * What can be wrong with a workbook. The code is the name with hyphens, after {@code TABLE-}; it
 * never changes its meaning. Each is explained in {@code docs/errors/tables.md}.
 */
public enum TableFault {
  NOT_A_WORKBOOK("the file is not an .xlsx workbook"),
  ENDING("the name of a spreadsheet does not end in .xlsx"),
  TOO_LARGE("the workbook is larger than the reader allows"),
  ZIP_BOMB("the file unpacks to far more than its size"),
  MACRO("the workbook holds macros"),
  EXTERNAL_LINK("the workbook refers to another file"),
  MISSING_SHEET("a sheet that every workbook has is missing"),
  EMPTY_SHEET("a sheet holds nothing"),
  PACKAGE("the package is missing or is not the family's"),
  NO_TABLE("the sheet holds no policy table"),
  MISSING_HEADER("a header row or a header cell of a policy table is missing"),
  COLUMN_TYPE("a column's type is not one that policies may use"),
  NO_PLACEHOLDER("a snippet has no place for the cell's text"),
  NO_HEADING("a cell stands in a column without heading"),
  BLANK_ROW("a blank row cuts a policy table in two"),
  STRAY_CELL("a cell stands outside every policy table"),
  MERGED_CELLS("merged cells where Drools reads them otherwise than people do"),
  HIDDEN_ROW("a policy is hidden"),
  NO_POLICIES("a policy table has no rows"),
  FORMULA("a cell holds a formula"),
  NUMBER("a cell holds a number instead of text"),
  NOT_TEXT("a cell holds a date, a boolean or an error instead of text"),
  ODD_CHARACTER("a cell holds a character that looks like another one"),
  STRAY_BLANK("a cell's text begins or ends with blanks"),
  LINE_BREAK("a cell holds a line break where a single line is expected"),
  UNSAFE_TEXT("a cell's text means something to Drools"),
  MISSING_ID("a policy has no id"),
  BAD_ID("a policy id has characters that ids do not have"),
  DUPLICATE_ID("two policies have the same id"),
  DATE("a date is not written as an ISO date"),
  DATES_REVERSED("a policy ends before it begins"),
  OVERLAP("two rows of one policy are in effect on the same day"),
  RANGE("a range is written where codes are listed"),
  REPEATED("an item stands in a list more than once"),
  LIMITS_REVERSED("a lower limit is above the upper one"),
  CODE("a procedure code is malformed"),
  CODE_UNKNOWN("no official file has the procedure code"),
  CODE_RETIRED("the procedure code is not valid on any date of its row"),
  DIAGNOSIS("a diagnosis prefix is malformed"),
  DIAGNOSIS_UNKNOWN("no diagnosis code begins like this"),
  DIAGNOSIS_RETIRED("the diagnosis code is not valid on the dates of its row"),
  DIAGNOSIS_HEADER("a diagnosis stands for a group of codes and cannot be reported"),
  MODIFIER("a modifier is malformed or not in the vocabulary"),
  PLACE("a place of service is malformed"),
  CHOICE("a word is not one of those that the column knows"),
  UNKNOWN_WORD("a word is not in the vocabulary"),
  SEVERITY("a severity is not one of the three"),
  MISSING_MESSAGE("a policy has no message"),
  MISSING_CITATION("a policy has no citation"),
  MESSAGE_PLACEHOLDER("a message has a placeholder that nothing fills"),
  GROUP("a claim adjustment group code is missing or unknown"),
  CARC("a claim adjustment reason code is missing or malformed"),
  CARC_UNKNOWN("the official list does not have the reason code on any date of its row"),
  CARC_STOPPED("a reason code is stopped on dates of its row"),
  RARC("a remark code is missing or malformed"),
  RARC_UNKNOWN("the official list does not have the remark code on any date of its row"),
  RARC_STOPPED("a remark code is stopped on dates of its row"),
  LABEL("a column's label is missing or unknown"),
  SCENARIO("a cell of a scenario cannot be understood"),
  ABOUT("a statement of the sheet `About` is missing or malformed"),
  VOCABULARY("a row of the vocabulary or of the payers is malformed");

  private final String meaning;

  TableFault(String meaning) {
    this.meaning = meaning;
  }

  /** The stable code, for instance {@code TABLE-BLANK-ROW}. */
  public String code() {
    return "TABLE-" + name().replace('_', '-');
  }

  /** What it says, in a few words. */
  public String meaning() {
    return meaning;
  }
}
