package org.preclaim.engine.rows;

import java.util.List;
import java.util.SortedMap;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.template.model.Condition;
import org.drools.template.model.Consequence;
import org.drools.template.model.Rule;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;

/**
 * One row of stand-ins as drools-decisiontables renders it. Its sheet listener does the work, so
 * that what a header means is for Drools to say.
 *
 * @param conditions code of the left side, a piece for each pattern that the row uses
 * @param actions code of the right side, a piece for each object type or lone column
 */
record StockRendering(List<String> conditions, List<String> actions) {

  private static final int SNIPPET_ROW = 3;

  /**
   * Renders a row.
   *
   * @param snippets the code of the columns that take part
   * @param cells the row's texts by column
   */
  static StockRendering of(
      Workbook workbook,
      PolicyTable table,
      SortedMap<Integer, Snippet> snippets,
      SortedMap<Integer, String> cells) {
    DefaultRuleSheetListener listener = new DefaultRuleSheetListener();
    for (SheetCell cell : workbook.properties()) {
      tell(listener, cell, cell.text());
    }
    for (SheetCell cell : table.header()) {
      Snippet snippet = snippets.get(cell.column());
      boolean code = cell.row() == table.row() + SNIPPET_ROW;
      if (snippet != null) {
        tell(listener, cell, code ? snippet.rendered() : cell.text());
      } else if (cell.row() == table.row()) {
        tell(listener, cell, cell.text());
      }
    }
    int row = table.row() + PolicyTable.HEADER_ROWS;
    cells.forEach((column, text) -> listener.newCell(row, column, text, SheetCell.NOT_MERGED));
    listener.finishSheet();
    Rule rule = listener.getRuleSet().getRules().get(0);
    return new StockRendering(
        rule.getConditions().stream().map(Condition::getSnippet).toList(),
        rule.getConsequences().stream().map(Consequence::getSnippet).toList());
  }

  private static void tell(DefaultRuleSheetListener listener, SheetCell cell, String text) {
    listener.newCell(cell.row(), cell.column(), text, cell.mergedFrom());
  }
}
