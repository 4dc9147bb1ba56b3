package org.preclaim.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.PayerProfile;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.problem.Place;

/** Reads the workbook of words and payer profiles. */
public final class VocabularyReader {

  /** The name of the workbook in the folder of decision tables. */
  public static final String FILE_NAME = "vocabulary.xlsx";

  private static final String WORDS = "Vocabulary";
  private static final String PAYERS = PayersSheet.NAME;

  /** The list of modifiers, whose words are not written as others are. */
  static final String MODIFIERS = "modifier";

  private static final Pattern MODIFIER = Pattern.compile("[0-9A-Z]{2}");
  static final Pattern WORD = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Set<String> LISTS =
      new TreeSet<>(
          Set.of(
              "kind",
              "access",
              "approach",
              "intervention",
              "technique",
              "laterality",
              "guidance",
              "element",
              MODIFIERS));

  /** A reader. */
  public VocabularyReader() {}

  /**
   * The words and payer profiles of a workbook, and all that is wrong with it.
   *
   * @param file path below the policies folder
   * @param bytes the whole file
   */
  public VocabularyReading read(String file, byte[] bytes) {
    Report report = new Report(file);
    return read(new WorkbookFile(report).sheets(bytes), report);
  }

  /** The words and payer profiles of sheets that were unpacked already. */
  static VocabularyReading read(Map<String, Grid> sheets, Report report) {
    CellText text = new CellText(report);
    sheets.values().forEach(text::check);
    Map<String, Set<String>> words = new TreeMap<>();
    List<PayerProfile> payers = new ArrayList<>();
    Map<String, Place> families = new TreeMap<>();
    if (!sheets.isEmpty()) {
      Grid wordSheet = sheet(sheets, WORDS, report);
      if (wordSheet != null) {
        words.putAll(words(wordSheet, report));
      }
      Grid payerSheet = sheet(sheets, PAYERS, report);
      if (payerSheet != null) {
        PayersSheet sheet = new PayersSheet(payerSheet, report);
        payers.addAll(sheet.read());
        families.putAll(sheet.families());
      }
    }
    return new VocabularyReading(new Vocabulary(words), payers, families, report.problems());
  }

  private static @Nullable Grid sheet(Map<String, Grid> sheets, String name, Report report) {
    Grid grid = sheets.get(name);
    if (grid == null) {
      report.file(
          TableFault.MISSING_SHEET,
          "the sheet `" + name + "` is missing",
          "expected the sheets `" + WORDS + "` and `" + PAYERS + "`");
    }
    return grid;
  }

  private static Map<String, Set<String>> words(Grid grid, Report report) {
    Listing listing = new Listing(grid, report, List.of("List", "Word", "Meaning"), List.of());
    Map<String, Set<String>> words = new TreeMap<>();
    for (Listing.Row row : listing.rows()) {
      String list = row.text("List");
      String word = row.text("Word");
      if (!LISTS.contains(list)) {
        String near =
            Vocabulary.nearest(LISTS, list)
                .map(known -> "did you mean `" + known + "`?")
                .orElse("expected one of `" + String.join("`, `", LISTS) + "`");
        problem(report, grid, row, "List", "`" + list + "` is not a list of words", near);
      } else if (list.equals(MODIFIERS) && !MODIFIER.matcher(word).matches()) {
        String message = "`" + word + "` is not a modifier; expected two digits or capitals";
        problem(report, grid, row, "Word", message, null);
      } else if (!list.equals(MODIFIERS) && !WORD.matcher(word).matches()) {
        String message = "`" + word + "` is not a word; expected small letters, digits and hyphens";
        problem(report, grid, row, "Word", message, null);
      } else if (!words.computeIfAbsent(list, name -> new TreeSet<>()).add(word)) {
        problem(
            report, grid, row, "Word", "`" + word + "` is in list `" + list + "` already", null);
      }
    }
    return words;
  }

  private static void problem(
      Report report,
      Grid grid,
      Listing.Row row,
      String label,
      String message,
      @Nullable String help) {
    report.cell(TableFault.VOCABULARY, grid.name(), row.number(), row.column(label), message, help);
  }
}
