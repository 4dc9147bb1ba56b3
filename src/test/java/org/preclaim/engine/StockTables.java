package org.preclaim.engine;

import java.util.Set;
import java.util.TreeSet;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.template.model.DRLOutput;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;

/**
 * Renders a workbook as drools-decisiontables does: a rule for each row. The sheet listener of
 * Drools does the work; it is told of the cells that become code, and not of the texts that only
 * people read.
 */
final class StockTables {

  private final DefaultRuleSheetListener listener = new DefaultRuleSheetListener();
  private int row = -1;

  private StockTables() {}

  /** The workbook's rules as DRL; a row's rule is named by its policy id. */
  static String render(Workbook workbook) {
    StockTables tables = new StockTables();
    workbook.properties().forEach(tables::tell);
    workbook.tables().forEach(tables::tell);
    tables.listener.finishSheet();
    DRLOutput output = new DRLOutput();
    tables.listener.getRuleSet().renderDRL(output);
    return output.getDRL();
  }

  private void tell(PolicyTable table) {
    Set<Integer> forPeople = new TreeSet<>();
    for (Column column : table.columns()) {
      switch (column.type()) {
        case METADATA, DESCRIPTION -> forPeople.add(column.index());
        case NAME, CONDITION, ACTION, PRIORITY -> {}
      }
    }
    table.header().stream().filter(cell -> !forPeople.contains(cell.column())).forEach(this::tell);
    for (PolicyRow policy : table.rows()) {
      policy
          .cells()
          .forEach(
              (column, text) -> {
                if (!forPeople.contains(column)) {
                  tell(new SheetCell(policy.row(), column, text));
                }
              });
    }
  }

  private void tell(SheetCell cell) {
    if (cell.row() != row) {
      row = cell.row();
      listener.newRow(row, 0);
    }
    listener.newCell(cell.row(), cell.column(), cell.text(), cell.mergedFrom());
  }
}
