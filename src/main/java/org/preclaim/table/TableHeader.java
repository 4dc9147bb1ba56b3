package org.preclaim.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The five header rows of a policy table. */
final class TableHeader {

  static final int TYPES = 1;
  private static final int OBJECT_TYPES = 2;
  private static final int SNIPPETS = 3;
  private static final int LABELS = 4;
  private static final Pattern PARAMETER = Pattern.compile("\\$(?:param|1)\\b");
  private static final Pattern ITEM = Pattern.compile("\\$(?![A-Za-z_])");

  private final Grid grid;
  private final Report report;
  private final int start;
  private final int end;

  TableHeader(Grid grid, Report report, int start, int end) {
    this.grid = grid;
    this.report = report;
    this.start = start;
    this.end = end;
  }

  /** All cells of the header in reading order, as Drools must be told of them. */
  List<SheetCell> cells() {
    List<SheetCell> cells = new ArrayList<>();
    for (int row = start; row < Math.min(end, start + PolicyTable.HEADER_ROWS); row++) {
      int at = row;
      grid.cells(row)
          .forEach(
              (column, cell) ->
                  cells.add(new SheetCell(at, column, cell.raw(), cell.mergedFrom())));
    }
    return cells;
  }

  /** The columns, or nothing where the header cannot be used. */
  @Nullable List<Column> columns() {
    reportBesideTableTag();
    if (!hasAllRows()) {
      return null;
    }
    List<Column> columns = new ArrayList<>();
    grid.cells(start + TYPES).forEach((index, cell) -> column(index, cell).ifPresent(columns::add));
    reportCellsWithoutType();
    if (columns.stream().filter(column -> column.type() == Column.Type.NAME).count() != 1) {
      missing(
          start + TYPES,
          0,
          "the policy table has no column of type `NAME`, or several; expected one, for the ids");
    }
    reportMissingWords(columns);
    return columns;
  }

  private void reportBesideTableTag() {
    grid.cells(start)
        .tailMap(1)
        .forEach(
            (column, cell) ->
                report.cell(
                    TableFault.STRAY_CELL,
                    grid.name(),
                    start,
                    column,
                    "`"
                        + cell.text()
                        + "` stands beside a `RuleTable` cell, where nothing reads it",
                    null));
  }

  private boolean hasAllRows() {
    boolean complete = true;
    SortedMap<Integer, Grid.Cell> types = grid.cells(start + TYPES);
    if (start + TYPES >= end || types.values().stream().noneMatch(TableHeader::isType)) {
      complete = missing(start + TYPES, 0, "the row of column types is missing");
    } else if (start + SNIPPETS >= end || !holdsParameter(start + SNIPPETS)) {
      boolean early = holdsParameter(start + OBJECT_TYPES);
      complete =
          early
              ? missing(
                  start + OBJECT_TYPES, 0, "the row of object types is missing; it may be blank")
              : missing(start + SNIPPETS, 0, "the row of snippets is missing");
    } else if (start + LABELS >= end || looksLikePolicy(types)) {
      complete = missing(start + LABELS, 0, "the row of labels is missing");
    }
    return complete;
  }

  private static boolean isType(Grid.Cell cell) {
    return Column.Type.of(cell.text()).isPresent();
  }

  private boolean holdsParameter(int row) {
    return grid.cells(row).values().stream().anyMatch(cell -> hasPlaceholder(cell.text()));
  }

  private static boolean hasPlaceholder(String snippet) {
    return PARAMETER.matcher(snippet).find()
        || (snippet.startsWith("forall") && ITEM.matcher(snippet).find());
  }

  private boolean looksLikePolicy(SortedMap<Integer, Grid.Cell> types) {
    return grid.isBlank(start + LABELS)
        || types.entrySet().stream()
            .filter(
                type ->
                    Column.Type.of(type.getValue().text()).equals(Optional.of(Column.Type.NAME)))
            .anyMatch(type -> PolicyId.isWellFormed(grid.text(start + LABELS, type.getKey())));
  }

  private boolean missing(int row, int column, String message) {
    report.cell(
        TableFault.MISSING_HEADER,
        grid.name(),
        row,
        column,
        message,
        "below the `RuleTable` cell stand column types, object types, snippets and labels");
    return false;
  }

  private Optional<Column> column(int index, Grid.Cell typeCell) {
    Optional<Column.Type> type = Column.Type.of(typeCell.text());
    if (type.isEmpty()) {
      report.cell(
          TableFault.COLUMN_TYPE,
          grid.name(),
          start + TYPES,
          index,
          "`" + typeCell.text() + "` is not a column type that policies may use",
          "expected one of "
              + Arrays.stream(Column.Type.values())
                  .map(known -> "`" + known.name() + "`")
                  .collect(Collectors.joining(", ")));
      return Optional.empty();
    }
    Grid.Cell objectType = grid.cell(start + OBJECT_TYPES, index);
    Column column =
        new Column(
            index,
            type.get(),
            objectType == null ? null : objectType.text(),
            objectType == null || !objectType.isMerged() ? index : objectType.mergedFrom(),
            grid.text(start + SNIPPETS, index),
            grid.text(start + LABELS, index));
    checkSnippet(column, objectType);
    return Optional.of(column);
  }

  private void checkSnippet(Column column, Grid.@Nullable Cell objectType) {
    if (column.type().needsSnippet() && column.snippet().isEmpty()) {
      missing(
          start + SNIPPETS,
          column.index(),
          "the column of type `" + column.type() + "` has no snippet");
    } else if (column.type().needsSnippet() && !hasPlaceholder(column.snippet())) {
      report.cell(
          TableFault.NO_PLACEHOLDER,
          grid.name(),
          start + SNIPPETS,
          column.index(),
          "`" + column.snippet() + "` has no place for the cell's text",
          "write `$param` where the text goes, or `$` inside `forall`");
    }
    if (objectType != null && objectType.mergedAcrossRows()) {
      report.cell(
          TableFault.MERGED_CELLS,
          grid.name(),
          start + OBJECT_TYPES,
          column.index(),
          "`" + objectType.text() + "` is merged over several rows; expected columns of one row",
          null);
    }
  }

  private void reportCellsWithoutType() {
    for (int row = start + OBJECT_TYPES; row <= start + LABELS; row++) {
      int at = row;
      grid.cells(row)
          .forEach(
              (column, cell) -> {
                if (grid.cell(start + TYPES, column) == null) {
                  report.cell(
                      TableFault.NO_HEADING,
                      grid.name(),
                      at,
                      column,
                      "`" + cell.text() + "` stands in a column without a column type",
                      null);
                }
              });
    }
  }

  private void reportMissingWords(List<Column> columns) {
    for (TableFault fault : List.of(TableFault.MISSING_MESSAGE, TableFault.MISSING_CITATION)) {
      String name = fault == TableFault.MISSING_MESSAGE ? "message" : "citation";
      boolean present =
          columns.stream().anyMatch(column -> column.metadataName().equals(Optional.of(name)));
      if (!present) {
        report.cell(
            fault,
            grid.name(),
            start,
            0,
            "the policy table has no column for the " + name,
            "add a column `METADATA` with the snippet `"
                + name.toLowerCase(Locale.ROOT)
                + "(\"$param\")`");
      }
    }
  }
}
