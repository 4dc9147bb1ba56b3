package org.preclaim.release;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.table.TableFault;

/**
 * Files that people take for policies and that nothing reads, because their names end otherwise. A
 * family whose workbook was saved under another ending would be missing in silence.
 */
public final class OtherEndings {

  private static final String WORKBOOK = "xlsx";
  private static final String RULES = "drl";

  private static final Set<String> SPREADSHEETS =
      Set.of(
          "ods", "fods", "ots", "xls", "xlsm", "xlsb", "xlt", "xltx", "xltm", "csv", "tsv",
          "numbers");

  private static final Pattern PATH =
      Pattern.compile(
          "(?<folder>rules|decision-tables)/(?<name>[^/\\\\\\p{Cntrl}]{1,150})"
              + "\\.(?<ending>[A-Za-z]{3,7})");

  private OtherEndings() {}

  /**
   * What is wrong with the name of the file at {@code path} below the policies folder; nothing
   * where it is read, or is none that people take for a policy.
   */
  public static Optional<Problem> problem(String path) {
    Matcher file = PATH.matcher(path);
    if (!file.matches() || isLeftBehind(file.group("name"))) {
      return Optional.empty();
    }
    String ending = file.group("ending");
    return file.group("folder").equals(PolicyFolder.RULES)
        ? ofRules(path, ending)
        : ofTables(path, ending);
  }

  /** Spreadsheet programs leave lock files beside an open workbook; they are no policies. */
  static boolean isLeftBehind(String name) {
    return name.startsWith("~$") || name.startsWith(".");
  }

  /** The family that the file at {@code path} would belong to. */
  static String familyOf(String path) {
    return PolicyFolder.familyOf(path.replaceFirst("\\.[A-Za-z]+$", "." + WORKBOOK));
  }

  private static Optional<Problem> ofRules(String path, String ending) {
    Place place = new Place.TextPosition(path, 1, 1);
    return isInOtherLetters(ending, RULES)
        ? Optional.of(new Problem(place, "RULE-ENDING", message(ending, RULES), rename(RULES)))
        : Optional.empty();
  }

  private static Optional<Problem> ofTables(String path, String ending) {
    String help;
    if (isInOtherLetters(ending, WORKBOOK)) {
      help = rename(WORKBOOK);
    } else if (SPREADSHEETS.contains(ending.toLowerCase(Locale.ROOT))) {
      help = "save it as .xlsx in the spreadsheet program, and remove this one";
    } else {
      return Optional.empty();
    }
    Place place = new Place.Cell(path, null, null);
    String code = TableFault.ENDING.code();
    return Optional.of(new Problem(place, code, message(ending, WORKBOOK), help));
  }

  private static boolean isInOtherLetters(String ending, String read) {
    return ending.equalsIgnoreCase(read) && !ending.equals(read);
  }

  private static String message(String ending, String read) {
    return "the file's name ends in `." + ending + "`; only `." + read + "` is read";
  }

  private static String rename(String read) {
    return "rename it so that it ends in `." + read + "`";
  }
}
