package org.preclaim.engine.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.preclaim.engine.language.DeniedLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.ReleaseDigest;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;

/**
 * The tables of a workbook as data: its rows, and the few rules that judge them. The rules depend
 * on headers and on how rows are filled, never on what a cell says. Immutable.
 */
public final class RowTables {

  /** More shapes than this take longer to compile than anyone waits for. */
  private static final int SHAPES_MAX = 400;

  private static final Set<String> PROPERTIES =
      Set.of("ruleset", "import", "escapequotes", "notes", "numericdisabled");

  private final String drl;
  private final RowMatcher matcher;
  private final int shapes;
  private final boolean asksForDenials;

  private RowTables(String drl, RowMatcher matcher, SortedMap<Long, Shape> shapes) {
    this.drl = drl;
    this.matcher = matcher;
    this.shapes = shapes.size();
    this.asksForDenials = shapes.values().stream().anyMatch(Shape::asksForDenials);
  }

  /** Reads the tables of {@code workbook}; throws everything that is wrong with them at once. */
  public static RowTables of(Workbook workbook) throws ProblemsException {
    return of(workbook, true);
  }

  /**
   * The same.
   *
   * @param screening whether rows that cannot match are dropped before a session is asked; what is
   *     answered does not depend on it
   */
  static RowTables of(Workbook workbook, boolean screening) throws ProblemsException {
    Complaints complaints = new Complaints(workbook.file());
    checkProperties(workbook, complaints);
    List<TableLowering.Lowered> rows = new ArrayList<>();
    Map<String, PolicyRow> names = new HashMap<>();
    for (PolicyTable table : workbook.tables()) {
      TableHeader header = new TableHeader(table, escapesQuotes(workbook));
      if (isClean(table, complaints)) {
        rows.addAll(new TableLowering(workbook, header, complaints).rows());
      }
      table.rows().forEach(row -> checkName(row, names, complaints));
    }
    SortedMap<Long, Shape> shapes = new TreeMap<>();
    rows.forEach(lowered -> shapes.put(lowered.shape().id(), lowered.shape()));
    List<Problem> problems = complaints.problems();
    if (shapes.size() > SHAPES_MAX) {
      problems.add(tooMany(workbook, shapes.size()));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new RowTables(drl(workbook, shapes), new RowMatcher(rows, screening), shapes);
  }

  private static boolean escapesQuotes(Workbook workbook) {
    return workbook.property("EscapeQuotes").stream().noneMatch("false"::equalsIgnoreCase);
  }

  private static void checkProperties(Workbook workbook, Complaints complaints) {
    for (SheetCell cell : workbook.properties()) {
      String name = cell.text().strip().toLowerCase(java.util.Locale.ROOT);
      if (cell.column() == 0 && !PROPERTIES.contains(name)) {
        complaints.property(workbook, cell);
      }
    }
  }

  private static boolean isClean(PolicyTable table, Complaints complaints) {
    boolean clean = true;
    for (SheetCell cell : table.header()) {
      if (Placeholders.isIn(cell.text())) {
        complaints.headerCell(table, cell);
        clean = false;
      }
    }
    return clean;
  }

  private static void checkName(
      PolicyRow row, Map<String, PolicyRow> names, Complaints complaints) {
    PolicyRow first = row.id().isEmpty() ? null : names.putIfAbsent(row.id(), row);
    if (first != null) {
      complaints.row(
          row, "ROWS-DUPLICATE", "the id `" + row.id() + "` is taken by " + first.place());
    }
  }

  private static Problem tooMany(Workbook workbook, int shapes) {
    return new Problem(
        new Place.Cell(workbook.file(), null, null),
        "ROWS-LIMIT",
        "rows are filled in " + shapes + " different ways; expected at most " + SHAPES_MAX,
        "fill the same columns in similar rows, or part the table");
  }

  private static String drl(Workbook workbook, SortedMap<Long, Shape> shapes) {
    StringBuilder drl = new StringBuilder();
    drl.append("package ").append(workbook.packageName()).append(";\n");
    workbook.imports().stream()
        .sorted()
        .distinct()
        .forEach(name -> drl.append("import ").append(name).append(";\n"));
    drl.append("import ").append(RowCase.class.getName()).append(";\n");
    shapes.values().forEach(shape -> drl.append('\n').append(shape.drl()));
    return drl.toString();
  }

  /** The rules that judge the rows. Equal for workbooks whose rows have the same shapes. */
  public String drl() {
    return drl;
  }

  /** The digest of {@link #drl}, lower-case hex. */
  public String digest() {
    return ReleaseDigest.of(drl.getBytes(UTF_8));
  }

  /** How many rules there are. */
  public int shapes() {
    return shapes;
  }

  /** How many rows concern every encounter, because they name no code or kind. */
  public int rowsWithoutKey() {
    return matcher.unkeyed();
  }

  /** Whether a row asks for lines that other families deny. */
  public boolean asksForDenials() {
    return asksForDenials;
  }

  /** What a session has to judge; none where no row comes near these facts. */
  public List<RowCase> cases(Facts facts, List<DeniedLine> denied) {
    return matcher.cases(new Surroundings(facts.lines(), facts.procedures(), denied));
  }
}
