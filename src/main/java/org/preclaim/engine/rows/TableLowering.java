package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.drools.template.parser.DecisionTableParseException;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.rows.HoleResolver.Unsupported;
import org.preclaim.engine.rows.PatternText.NoPattern;
import org.preclaim.problem.Place;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;

/** Turns a table into shapes and rows. */
final class TableLowering {

  private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z]\\w*");

  private final Workbook workbook;
  private final TableHeader header;
  private final PolicyTable table;
  private final Complaints complaints;

  /** A policy's place among all policies of the workbook, by its row on the sheet. */
  private final Map<Integer, Integer> numbers = new HashMap<>();

  /**
   * A row and the shape whose rule judges it.
   *
   * @param row the row's values
   * @param shape its shape
   * @param header where the table's header begins
   */
  record Lowered(Row row, Shape shape, Place.Cell header) {
    /** Whether the row names a code or kind by which it is found. */
    boolean hasKey() {
      Shape.Key key = shape.key();
      return key != null && !row.blank(key.slot());
    }
  }

  /**
   * @param first how many policies stand in the tables before
   */
  TableLowering(Workbook workbook, TableHeader header, int first, Complaints complaints) {
    this.workbook = workbook;
    this.header = header;
    this.table = header.table();
    this.complaints = complaints;
    List<PolicyRow> policies = table.rows();
    for (int index = 0; index < policies.size(); index++) {
      numbers.put(policies.get(index).row(), first + index);
    }
  }

  /** The rows of the table; what is wrong is reported. */
  List<Lowered> rows() {
    Map<SortedMap<Integer, Form>, List<PolicyRow>> byForms = new LinkedHashMap<>();
    for (PolicyRow row : table.rows()) {
      SortedMap<Integer, Form> forms = acceptable(row) ? header.forms(row, complaints) : null;
      if (forms != null) {
        byForms.computeIfAbsent(forms, none -> new ArrayList<>()).add(row);
      }
    }
    List<Lowered> lowered = new ArrayList<>(table.rows().size());
    byForms.forEach((forms, rows) -> lower(forms, rows, lowered));
    return lowered;
  }

  /** The table, of which these are the rows. */
  TableOutline outline(List<Lowered> lowered) {
    Set<Integer> unkeyed = new HashSet<>();
    Set<Long> shapes = new HashSet<>();
    for (Lowered each : lowered) {
      shapes.add(each.shape().id());
      if (!each.hasKey()) {
        unkeyed.add(each.row().number());
      }
    }
    List<Place.Cell> withoutKey =
        table.rows().stream()
            .filter(row -> unkeyed.contains(numbers.get(row.row())))
            .map(row -> new Place.Cell(workbook.file(), row.sheet(), address(row)))
            .toList();
    return new TableOutline(
        header(),
        table.name(),
        table.rows().size(),
        shapes.size(),
        table.keyColumn().map(Column::label).orElse(""),
        withoutKey);
  }

  private static String address(PolicyRow row) {
    return SheetCell.address(row.row(), row.idColumn());
  }

  private boolean acceptable(PolicyRow row) {
    boolean acts = false;
    boolean acceptable = true;
    for (Column column : table.columns()) {
      if (row.cell(column).isEmpty()) {
        continue;
      }
      acts |= column.type() == Column.Type.ACTION;
      if (column.type() == Column.Type.PRIORITY) {
        complaints.cell(row, column, "ROWS-COLUMN", "rows fire in no order; clear the cell");
        acceptable = false;
      } else if (TableHeader.isCode(column) && column.snippet().isBlank()) {
        complaints.cell(row, column, "ROWS-COLUMN", "the column has no code; clear the cell");
        acceptable = false;
      } else if (column.type() == Column.Type.ACTION) {
        acceptable &= isDeclared(row, column);
      }
    }
    if (!acts) {
      complaints.row(row, "ROWS-NO-ACTION", "the row states nothing: fill a cell of an action");
    }
    return acts && acceptable;
  }

  private boolean isDeclared(PolicyRow row, Column column) {
    List<Column> undeclared = header.undeclared(column, row);
    for (Column other : undeclared) {
      complaints.cell(
          row,
          column,
          "ROWS-UNBOUND",
          "the action builds on " + row.address(other) + ", which is blank; fill both or none");
    }
    return undeclared.isEmpty();
  }

  private void lower(SortedMap<Integer, Form> forms, List<PolicyRow> rows, List<Lowered> lowered) {
    ShapeWriter writer = new ShapeWriter(forms, header.optional());
    Shape shape = shape(writer, forms, rows);
    if (shape == null) {
      return;
    }
    for (PolicyRow row : rows) {
      @Nullable Object[] values =
          writer.slots().values(row, header.snippets(), header.escapesQuotes(), complaints);
      if (values != null) {
        lowered.add(
            new Lowered(
                new Row(numbers.getOrDefault(row.row(), 0), name(row), shape.id(), values),
                shape,
                header()));
      }
    }
  }

  private Place.Cell header() {
    int column = table.columns().get(0).index();
    return new Place.Cell(workbook.file(), table.sheet(), SheetCell.address(table.row(), column));
  }

  private String name(PolicyRow row) {
    return row.id().isEmpty() ? table.name() + "_" + row.number() : row.id();
  }

  private @Nullable Shape shape(
      ShapeWriter writer, SortedMap<Integer, Form> forms, List<PolicyRow> rows) {
    SortedMap<Integer, String> cells = new TreeMap<>();
    forms.forEach((column, form) -> cells.put(column, form.rendered(column)));
    int before = complaints.problems().size();
    List<String> actions = new ArrayList<>();
    try {
      StockRendering rendering = StockRendering.of(workbook, table, header.snippets(), cells);
      conditions(writer, forms, rendering.conditions());
      actions(writer, forms, rows, rendering.actions(), actions);
    } catch (DecisionTableParseException unreadable) {
      complaints.snippet(
          table,
          table.columns().get(0),
          "ROWS-HEADER",
          "the header cannot be read as a decision table",
          "every CONDITION and ACTION needs a line of code");
    }
    return complaints.problems().size() == before ? writer.shape(actions) : null;
  }

  private void conditions(
      ShapeWriter writer, SortedMap<Integer, Form> forms, List<String> rendered) {
    List<List<Column>> used = used(Column.Type.CONDITION, forms);
    for (int index = 0; index < rendered.size(); index++) {
      Column first = used.get(index).get(0);
      try {
        PatternText pattern = PatternText.of(rendered.get(index));
        writer.pattern(pattern, Origins.of(pattern, snippets(used.get(index))));
      } catch (NoPattern none) {
        complaints.objectType(table, first, "ROWS-HEADER", none.reason(), none.help());
      } catch (Unsupported unsupported) {
        report(unsupported, first);
      }
    }
  }

  private List<Snippet> snippets(List<Column> columns) {
    return columns.stream()
        .map(column -> Objects.requireNonNull(header.snippets().get(column.index())))
        .toList();
  }

  private void actions(
      ShapeWriter writer,
      SortedMap<Integer, Form> forms,
      List<PolicyRow> rows,
      List<String> rendered,
      List<String> actions) {
    List<List<Column>> used = used(Column.Type.ACTION, forms);
    ActionWriter actionWriter = new ActionWriter(forms, writer.slots());
    for (int index = 0; index < rendered.size(); index++) {
      Column first = used.get(index).get(0);
      try {
        boolean optional = header.optional().contains(first.index());
        String action = actionWriter.write(rendered.get(index), optional);
        if (isBound(action, first, writer.scope(), rows)) {
          actions.add(action);
        }
      } catch (Unsupported unsupported) {
        report(unsupported, first);
      }
    }
  }

  /** Whether every fact that the action speaks of is bound by a pattern that these rows use. */
  private boolean isBound(String action, Column column, Scope scope, List<PolicyRow> rows) {
    List<String> unbound =
        VARIABLE
            .matcher(action)
            .results()
            .map(found -> found.group())
            .distinct()
            .filter(variable -> scope.meaning(variable).isEmpty())
            .filter(this::isBoundByHeader)
            .toList();
    for (String variable : unbound) {
      for (PolicyRow row : rows) {
        complaints.cell(
            row,
            column,
            "ROWS-UNBOUND",
            "the action speaks of `" + variable + "`, but the cells of its pattern are blank");
      }
    }
    return unbound.isEmpty();
  }

  private boolean isBoundByHeader(String variable) {
    Pattern binding = Pattern.compile(Pattern.quote(variable) + "\\s*:");
    return table.columns().stream()
        .anyMatch(
            column -> {
              String objectType = column.objectType();
              return binding.matcher(column.snippet()).find()
                  || (objectType != null && binding.matcher(objectType).find());
            });
  }

  private List<List<Column>> used(Column.Type type, SortedMap<Integer, Form> forms) {
    return header.groups(type).stream()
        .map(group -> group.stream().filter(column -> forms.containsKey(column.index())).toList())
        .filter(group -> !group.isEmpty())
        .toList();
  }

  private void report(Unsupported unsupported, Column pattern) {
    Snippet snippet = header.snippets().get(unsupported.column());
    Column column = snippet == null ? pattern : snippet.column();
    complaints.snippet(table, column, unsupported.code(), unsupported.reason(), unsupported.help());
  }
}
