package org.preclaim.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a policy family's workbook into its model. */
public final class WorkbookReader {

  private static final About NOTHING_SAID = new About("", "", null, "", false, Set.of());

  /** A reader. */
  public WorkbookReader() {}

  /**
   * The model of a workbook, and all that is wrong with its form. What is wrong with its values is
   * told by {@link WorkbookLint}.
   *
   * @param file path below the policies folder; its name names the family
   * @param bytes the whole file
   */
  public WorkbookReading read(String file, byte[] bytes) {
    Report report = new Report(file);
    Map<String, Grid> sheets = new WorkbookFile(report).sheets(bytes);
    if (sheets.isEmpty()) {
      return new WorkbookReading(null, report.problems());
    }
    CellText text = new CellText(report);
    sheets.values().forEach(text::check);
    Grid policies = sheet(sheets, PoliciesSheet.NAME, report);
    Grid scenarios = sheet(sheets, ScenariosSheet.NAME, report);
    Grid about = sheet(sheets, AboutSheet.NAME, report);
    if (policies != null && !sheets.keySet().iterator().next().equals(PoliciesSheet.NAME)) {
      report.sheet(
          TableFault.MISSING_SHEET,
          PoliciesSheet.NAME,
          "the sheet is not the first one; Drools reads no other",
          null);
    }
    Workbook workbook = policies == null ? null : workbook(report, policies, scenarios, about);
    return new WorkbookReading(workbook, report.problems());
  }

  private static @Nullable Workbook workbook(
      Report report, Grid policies, @Nullable Grid scenarios, @Nullable Grid about) {
    String family = familyOf(report.file());
    PoliciesSheet sheet = new PoliciesSheet(policies, report);
    sheet.read(family);
    ScenariosSheet promised = scenarios == null ? null : new ScenariosSheet(scenarios, report);
    List<Scenario> read = promised == null ? List.of() : promised.read();
    List<String> labels = promised == null ? ScenarioWriter.LABELS : promised.labels();
    About said = about == null ? NOTHING_SAID : new AboutSheet(about, report).read();
    return sheet.tables().isEmpty()
        ? null
        : new Workbook(
            report.file(), family, sheet.properties(), sheet.tables(), said, read, labels);
  }

  private static @Nullable Grid sheet(Map<String, Grid> sheets, String name, Report report) {
    Grid grid = sheets.get(name);
    if (grid == null) {
      report.file(
          TableFault.MISSING_SHEET,
          "the sheet `" + name + "` is missing",
          "expected the sheets `Policies`, `Scenarios` and `About`");
    }
    return grid;
  }

  /** The file's name without folders and without {@code .xlsx} or {@code .drl.xlsx}. */
  static String familyOf(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return name.replaceFirst("(\\.drl)?\\.xlsx$", "");
  }
}
