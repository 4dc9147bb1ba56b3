package org.preclaim.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A policy family's workbook.
 *
 * @param file path below the policies folder, for instance {@code
 *     decision-tables/add-on-codes.xlsx}
 * @param family the file's name without its ending, for instance {@code add-on-codes}
 * @param properties the cells above the first table in reading order, for Drools to render: {@code
 *     RuleSet}, {@code Import} and so on
 * @param tables from top to bottom
 * @param about what it says about itself
 * @param scenarios from top to bottom
 * @param scenarioLabels the labels of the columns of scenarios, from left to right
 */
public record Workbook(
    String file,
    String family,
    List<SheetCell> properties,
    List<PolicyTable> tables,
    About about,
    List<Scenario> scenarios,
    List<String> scenarioLabels) {

  /** Copies the lists. */
  public Workbook {
    properties = List.copyOf(properties);
    tables = List.copyOf(tables);
    scenarios = List.copyOf(scenarios);
    scenarioLabels = List.copyOf(scenarioLabels);
  }

  /** A workbook whose scenarios stand in the columns of the shipped workbooks. */
  public Workbook(
      String file,
      String family,
      List<SheetCell> properties,
      List<PolicyTable> tables,
      About about,
      List<Scenario> scenarios) {
    this(file, family, properties, tables, about, scenarios, ScenarioWriter.LABELS);
  }

  /** The package its rules belong to; empty where the workbook names none (which is reported). */
  public String packageName() {
    return property("RuleSet").stream().findFirst().orElse("");
  }

  /** The package that a family's workbook must name. */
  static String packageOf(String family) {
    return "preclaim." + family.replace('-', '_');
  }

  /** The types its snippets may name, fully qualified. */
  public List<String> imports() {
    return property("Import").stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** The values of a property: the cells to the right of each cell that holds its name. */
  public List<String> property(String name) {
    List<String> values = new ArrayList<>();
    for (SheetCell key : properties) {
      if (key.column() == 0 && key.text().strip().equalsIgnoreCase(name)) {
        properties.stream()
            .filter(cell -> cell.row() == key.row() && cell.column() > 0)
            .map(cell -> cell.text().strip())
            .forEach(values::add);
      }
    }
    return List.copyOf(values);
  }

  /** All policies of all tables. */
  public List<PolicyRow> policies() {
    return tables.stream().flatMap(table -> table.rows().stream()).toList();
  }
}
