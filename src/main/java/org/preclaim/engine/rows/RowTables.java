package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.preclaim.engine.language.DeniedLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
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

  /** More than a sentence of code belongs into a rule. */
  private static final int SNIPPET_MAX = 1_000;

  private static final int SNIPPET_ROW = 3;

  private static final Set<String> PROPERTIES =
      Set.of("ruleset", "import", "escapequotes", "notes", "numericdisabled");

  private final String file;
  private final RowRules rules;
  private final RowMatcher matcher;
  private final List<TableLowering.Lowered> rows;
  private final HeaderPlaces headers;
  private final List<TableOutline> outlines;
  private final boolean asksForDenials;

  private RowTables(
      Workbook workbook, List<TableLowering.Lowered> rows, List<TableOutline> outlines) {
    this.file = workbook.file();
    this.outlines = List.copyOf(outlines);
    this.rows = List.copyOf(rows);
    this.rules = new RowRules(heading(workbook), rules(rows));
    this.matcher = new RowMatcher(rows);
    this.headers = new HeaderPlaces(workbook);
    rows.forEach(lowered -> headers.add(lowered.shape().id(), lowered.header()));
    this.asksForDenials = rows.stream().anyMatch(lowered -> lowered.shape().asksForDenials());
  }

  private RowTables(RowTables other, RowTables changed, int number) {
    List<TableLowering.Lowered> all = new ArrayList<>();
    other.rows.forEach(row -> all.add(row.row().number() == number ? changed.first(number) : row));
    this.file = other.file;
    this.rules = other.rules.with(changed.rules);
    this.rows = List.copyOf(all);
    this.matcher = new RowMatcher(rows);
    this.headers = other.headers;
    this.outlines = other.outlines;
    this.asksForDenials = rows.stream().anyMatch(lowered -> lowered.shape().asksForDenials());
  }

  private TableLowering.Lowered first(int number) {
    TableLowering.Lowered first = rows.get(0);
    return new TableLowering.Lowered(first.row().numbered(number), first.shape(), first.header());
  }

  /**
   * These tables, one row of which reads otherwise.
   *
   * @param changed a table of that row alone
   * @param number its place among all policies of its workbook, from 0
   */
  public RowTables with(RowTables changed, int number) {
    return new RowTables(this, changed, number);
  }

  /** Reads the tables of {@code workbook}; throws everything that is wrong with them at once. */
  public static RowTables of(Workbook workbook) throws ProblemsException {
    Complaints complaints = new Complaints(workbook.file());
    checkProperties(workbook, complaints);
    List<TableLowering.Lowered> rows = new ArrayList<>();
    List<TableOutline> outlines = new ArrayList<>();
    Map<String, PolicyRow> names = new HashMap<>();
    int before = 0;
    for (PolicyTable table : workbook.tables()) {
      TableHeader header = new TableHeader(table, escapesQuotes(workbook));
      if (isClean(table, complaints)) {
        TableLowering lowering = new TableLowering(workbook, header, before, complaints);
        List<TableLowering.Lowered> lowered = lowering.rows();
        outlines.add(lowering.outline(lowered));
        rows.addAll(lowered);
      }
      before += table.rows().size();
      table.rows().forEach(row -> checkName(row, names, complaints));
    }
    List<Problem> problems = complaints.problems();
    int shapes = rules(rows).size();
    if (shapes > SHAPES_MAX) {
      problems.add(tooMany(workbook, shapes));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new RowTables(workbook, rows, outlines);
  }

  private static SortedMap<Long, String> rules(List<TableLowering.Lowered> rows) {
    SortedMap<Long, String> rules = new TreeMap<>();
    rows.forEach(lowered -> rules.put(lowered.shape().id(), lowered.shape().drl()));
    return rules;
  }

  private static boolean escapesQuotes(Workbook workbook) {
    return workbook.property("EscapeQuotes").stream().noneMatch("false"::equalsIgnoreCase);
  }

  private static void checkProperties(Workbook workbook, Complaints complaints) {
    for (SheetCell cell : workbook.properties()) {
      String name = cell.text().strip().toLowerCase(Locale.ROOT);
      if (cell.column() == 0 && !PROPERTIES.contains(name)) {
        complaints.property(workbook, cell);
      }
    }
  }

  private static boolean isClean(PolicyTable table, Complaints complaints) {
    boolean clean = true;
    for (SheetCell cell : table.header()) {
      if (Placeholders.isIn(cell.text()) || cell.text().length() > SNIPPET_MAX) {
        complaints.headerCell(table, cell);
        clean = false;
      } else if (cell.row() == table.row() + SNIPPET_ROW && !Brackets.match(cell.text())) {
        complaints.openHeaderCell(table, cell);
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

  private static String heading(Workbook workbook) {
    StringBuilder heading = new StringBuilder();
    heading.append("package ").append(workbook.packageName()).append(";\n");
    workbook.imports().stream()
        .sorted()
        .distinct()
        .forEach(name -> heading.append("import ").append(name).append(";\n"));
    return heading.append("import ").append(RowCase.class.getName()).append(";\n").toString();
  }

  /** The rules that judge the rows. */
  public RowRules rules() {
    return rules;
  }

  /**
   * A problem with {@link #rules}, told of the header that they come from; any other problem as it
   * is.
   *
   * @param compiled the rules as they were compiled
   */
  public Problem inHeader(RowRules compiled, Problem problem) {
    if (problem.place() instanceof Place.TextPosition position && position.file().equals(file)) {
      return in(compiled.shapeAt(position.line()), problem, problem.message());
    }
    if (problem.place() instanceof Place.Cell cell && cell.file().equals(file)) {
      Matcher named = RowRules.NAMED.matcher(problem.message());
      return named.lookingAt()
          ? in(Long.parseLong(named.group(1)), problem, problem.message().substring(named.end()))
          : in(0, problem, problem.message());
    }
    return problem;
  }

  private Problem in(long shape, Problem problem, String message) {
    return new Problem(headers.of(shape, message), problem.code(), message, problem.help());
  }

  /** The workbook they stand in. */
  public String file() {
    return file;
  }

  /** Its tables as they run, in the workbook's order. */
  public List<TableOutline> outlines() {
    return outlines;
  }

  /** Whether a row asks for lines that other families deny. */
  public boolean asksForDenials() {
    return asksForDenials;
  }

  /** Gives what is to be judged, one after the other; nothing where no row comes near. */
  public void forEachCase(Facts facts, List<DeniedLine> denied, Consumer<RowCase> cases) {
    matcher.forEachCase(surroundings(facts, denied), cases);
  }

  private static Surroundings surroundings(Facts facts, List<DeniedLine> denied) {
    return new Surroundings(facts.lines(), facts.procedures(), denied);
  }

  /**
   * Gives the cells that alone hold their row back from these facts. It looks at every row, so it
   * is for measuring scenarios, not for deciding.
   *
   * @param asked the cells that are asked about
   */
  public void forEachNearMiss(
      Facts facts,
      List<DeniedLine> denied,
      RowJudge judge,
      Predicate<RowCell> asked,
      NearMissTaker taker) {
    Surroundings surroundings = surroundings(facts, denied);
    for (TableLowering.Lowered lowered : rows) {
      String name = lowered.row().name();
      if (lowered.shape().conditions().columns().stream()
          .anyMatch(column -> asked.test(new RowCell(name, column)))) {
        boolean more =
            new NearMisses(lowered, judge)
                .forEach(surroundings, column -> taker.heldBackBy(new RowCell(name, column)));
        if (more) {
          taker.leftOff(name);
        }
      }
    }
  }

  /** The names of the rows of which it is not known which cell each condition comes from. */
  public Set<String> rowsWithoutOrigins(RowJudge judge) {
    return rows.stream()
        .filter(lowered -> !new NearMisses(lowered, judge).areKnown())
        .map(lowered -> lowered.row().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
