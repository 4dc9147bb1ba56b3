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
import org.preclaim.encounter.PayerProfile.BothSides;
import org.preclaim.encounter.Vocabulary;

/** Reads the workbook of words and payer profiles. */
public final class VocabularyReader {

  /** The name of the workbook in the folder of decision tables. */
  public static final String FILE_NAME = "vocabulary.xlsx";

  private static final String WORDS = "Vocabulary";
  private static final String PAYERS = "Payers";
  private static final Pattern WORD = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
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
              "element"));

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
    Map<String, Grid> sheets = new WorkbookFile(report).sheets(bytes);
    CellText text = new CellText(report);
    sheets.values().forEach(text::check);
    Map<String, Set<String>> words = new TreeMap<>();
    List<PayerProfile> payers = new ArrayList<>();
    if (!sheets.isEmpty()) {
      Grid wordSheet = sheet(sheets, WORDS, report);
      if (wordSheet != null) {
        words.putAll(words(wordSheet, report));
      }
      Grid payerSheet = sheet(sheets, PAYERS, report);
      if (payerSheet != null) {
        payers.addAll(payers(payerSheet, report));
      }
    }
    return new VocabularyReading(new Vocabulary(words), payers, report.problems());
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
      } else if (!WORD.matcher(word).matches()) {
        String message = "`" + word + "` is not a word; expected small letters, digits and hyphens";
        problem(report, grid, row, "Word", message, null);
      } else if (!words.computeIfAbsent(list, name -> new TreeSet<>()).add(word)) {
        problem(
            report, grid, row, "Word", "`" + word + "` is in list `" + list + "` already", null);
      }
    }
    return words;
  }

  private static List<PayerProfile> payers(Grid grid, Report report) {
    Listing listing = new Listing(grid, report, List.of("Payer", "Both sides"), List.of("Note"));
    Map<String, PayerProfile> payers = new TreeMap<>();
    List<PayerProfile> inOrder = new ArrayList<>();
    for (Listing.Row row : listing.rows()) {
      String payer = row.text("Payer");
      BothSides bothSides = bothSides(row.text("Both sides"));
      if (bothSides == null) {
        String message =
            "`"
                + row.text("Both sides")
                + "` is no way to report both sides; expected `50` or `RT-LT`";
        problem(report, grid, row, "Both sides", message, null);
      } else if (!WORD.matcher(payer).matches()) {
        String message =
            "`" + payer + "` is not a payer's word; expected small letters, digits and hyphens";
        problem(report, grid, row, "Payer", message, null);
      } else {
        PayerProfile profile = new PayerProfile(payer, bothSides);
        if (payers.putIfAbsent(payer, profile) == null) {
          inOrder.add(profile);
        } else {
          problem(report, grid, row, "Payer", "the payer `" + payer + "` stands twice", null);
        }
      }
    }
    return inOrder;
  }

  private static @Nullable BothSides bothSides(String text) {
    for (BothSides bothSides : BothSides.values()) {
      if (bothSides.word().equals(text)) {
        return bothSides;
      }
    }
    return null;
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
