package org.preclaim.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A {@code RuleTable} of a workbook: a header that engineers write, and a row for each policy.
 *
 * @param sheet the sheet it stands on
 * @param name what follows {@code RuleTable} in its first cell
 * @param row of the {@code RuleTable} cell, from 0; column types, object types, snippets and labels
 *     follow in the next four rows, policies after them
 * @param header all cells of the five header rows in reading order, for Drools to render
 * @param columns from left to right
 * @param rows from top to bottom
 */
public record PolicyTable(
    String sheet,
    String name,
    int row,
    List<SheetCell> header,
    List<Column> columns,
    List<PolicyRow> rows) {

  /** How many rows the header takes, the {@code RuleTable} cell's included. */
  public static final int HEADER_ROWS = 5;

  private static final Pattern KEY =
      Pattern.compile(
          "(?:forall\\s*\\(\\s*\\|\\|\\s*\\)\\s*\\{\\s*)?(?:code|kind)\\s*==\\s*\"\\$(?:param)?\"\\s*}?");

  /** Copies the lists. */
  public PolicyTable {
    header = List.copyOf(header);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * The column whose words say which encounters a row concerns: it compares the code or the kind of
   * the table's first positive pattern with its cell. {@link Column#positiveFact()} tells which
   * fact that is. Absent where each row concerns every encounter.
   */
  public Optional<Column> keyColumn() {
    Optional<Column> first =
        columns.stream().filter(column -> column.positiveFact().isPresent()).findFirst();
    return first.flatMap(
        pattern ->
            columns.stream()
                .filter(column -> column.type() == Column.Type.CONDITION)
                .filter(column -> column.patternStart() == pattern.patternStart())
                .filter(column -> KEY.matcher(column.snippet().strip()).matches())
                .findFirst());
  }

  /**
   * The codes or kinds of which an encounter must hold one for {@code policy} to concern it. None
   * where the table has no key column or the row leaves it blank: such a row concerns every
   * encounter.
   */
  public Set<String> keys(PolicyRow policy) {
    Set<String> keys = new TreeSet<>();
    Column key = keyColumn().orElse(null);
    if (key == null) {
      return keys;
    }
    String text = policy.cell(key).orElse("");
    if (key.isForAll()) {
      Arrays.stream(text.split(",")).map(String::strip).forEach(keys::add);
    } else {
      keys.add(text);
    }
    keys.remove("");
    return keys;
  }
}
