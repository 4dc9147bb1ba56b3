package org.preclaim.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.problem.Place;
import org.preclaim.release.Family;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;

/**
 * Compares the rows of a release's tables by the encounters that they accept. Exact for columns
 * that are understood; a column that is not is told, and rows compare in it by their text alone.
 */
public final class Analysis {

  private Analysis() {}

  /** What is to be said of the tables of {@code release}: by workbook, then as it was found. */
  public static List<RowFinding> of(CompiledRelease release) {
    List<RowFinding> findings = new ArrayList<>();
    for (Family family : release.release().families()) {
      Workbook workbook = family.workbook();
      if (workbook != null) {
        Witnesses witnesses = new Witnesses(release.onlyFamilies(Set.of(family.name())));
        findings.addAll(of(workbook, witnesses));
      }
    }
    return findings;
  }

  private static List<RowFinding> of(Workbook workbook, Witnesses witnesses) {
    Map<List<Column>, List<PolicyTable>> byHeader = new LinkedHashMap<>();
    for (PolicyTable table : workbook.tables()) {
      byHeader.computeIfAbsent(header(table), none -> new ArrayList<>()).add(table);
    }
    List<RowFinding> findings = new ArrayList<>();
    for (List<PolicyTable> tables : byHeader.values()) {
      TableModel model = witnesses.model(tables.get(0));
      tables.forEach(table -> findings.addAll(notUnderstood(workbook, table, model)));
      List<PolicyRow> rows = tables.stream().flatMap(table -> table.rows().stream()).toList();
      findings.addAll(new TableAnalysis(workbook.file(), model, witnesses).findings(rows));
    }
    findings.sort(
        Comparator.comparing((RowFinding finding) -> !finding.code().stops())
            .thenComparing(RowFinding::code));
    return findings;
  }

  /** The columns that are code, by which tables are told apart; labels are for people. */
  private static List<Column> header(PolicyTable table) {
    return table.columns().stream()
        .filter(
            column ->
                switch (column.type()) {
                  case CONDITION, ACTION -> true;
                  case NAME, DESCRIPTION, METADATA, PRIORITY -> false;
                })
        .map(
            column ->
                new Column(
                    column.index(),
                    column.type(),
                    column.objectType(),
                    column.patternStart(),
                    column.snippet(),
                    ""))
        .toList();
  }

  private static List<RowFinding> notUnderstood(
      Workbook workbook, PolicyTable table, TableModel model) {
    int snippets = table.row() + PolicyTable.HEADER_ROWS - 2;
    return model.unread().stream()
        .map(
            column ->
                new RowFinding(
                    AnalysisCode.NOT_ANALYSED,
                    new Place.Cell(
                        workbook.file(),
                        table.sheet(),
                        SheetCell.address(snippets, column.index())),
                    List.of(),
                    "the code of column `"
                        + column.label()
                        + "` is not understood: rows are compared in it by their text",
                    null,
                    false))
        .toList();
  }
}
