package org.preclaim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.Scenario;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;

/**
 * A file that was verified, and the parts of it that stand or fall by themselves.
 *
 * @param path below the policies folder
 * @param parts its tables and scenarios in reading order; none of a rule file
 */
public record VerifiedFile(String path, List<Part> parts) {

  /** Copies the list. */
  public VerifiedFile {
    parts = List.copyOf(parts);
  }

  /** What a part of a file is. */
  public enum Kind {
    TABLE,
    SCENARIO
  }

  /**
   * A table or a scenario.
   *
   * @param kind which of them
   * @param place its first cell
   * @param name what people call it
   * @param firstRow from 0
   * @param lastRow from 0
   */
  public record Part(Kind kind, Place.Cell place, String name, int firstRow, int lastRow) {}

  /** A file that has no parts, or of which none could be read. */
  static VerifiedFile whole(String path) {
    return new VerifiedFile(path, List.of());
  }

  static VerifiedFile of(Workbook workbook) {
    List<Part> parts = new ArrayList<>();
    List<PolicyTable> tables = workbook.tables();
    for (int index = 0; index < tables.size(); index++) {
      PolicyTable table = tables.get(index);
      int end = index + 1 < tables.size() ? tables.get(index + 1).row() - 1 : Integer.MAX_VALUE;
      String cell = SheetCell.address(table.row(), 0);
      Place.Cell place = new Place.Cell(workbook.file(), table.sheet(), cell);
      parts.add(new Part(Kind.TABLE, place, "table " + table.name(), table.row(), end));
    }
    for (Scenario scenario : workbook.scenarios()) {
      int row = rowOf(scenario.place());
      parts.add(new Part(Kind.SCENARIO, scenario.place(), "scenario " + scenario.name(), row, row));
    }
    return new VerifiedFile(workbook.file(), parts);
  }

  /** Whether {@code problem} stands in the file. */
  public boolean holds(Problem problem) {
    return path.equals(fileOf(problem.place()));
  }

  /** The part that {@code problem} stands in; none where it concerns the file as a whole. */
  public Optional<Part> partOf(Problem problem) {
    if (!(problem.place() instanceof Place.Cell cell) || cell.cell() == null) {
      return Optional.empty();
    }
    int row = rowOf(cell);
    return parts.stream()
        .filter(part -> String.valueOf(cell.sheet()).equals(part.place().sheet()))
        .filter(part -> part.firstRow() <= row && row <= part.lastRow())
        .findFirst();
  }

  /** The file of a place; empty where it is none of a policy file. */
  static String fileOf(Place place) {
    if (place instanceof Place.Cell cell) {
      return cell.file();
    }
    return place instanceof Place.TextPosition position ? position.file() : "";
  }

  private static int rowOf(Place.Cell place) {
    @Nullable String cell = place.cell();
    return cell == null ? -1 : Integer.parseInt(cell.replaceAll("[A-Z]", "")) - 1;
  }
}
