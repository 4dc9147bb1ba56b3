package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.preclaim.table.Column;
import org.preclaim.table.Workbook;

/** Workbooks with every form of snippet that rows can run with, the same for the same seed. */
public final class RandomTables {

  /**
   * A column and how its cells are drawn.
   *
   * @param pattern the object type above it, or empty
   * @param snippet the code
   * @param cell draws a cell
   */
  private record Drawn(String pattern, String snippet, Supplier<String> cell) {

    Drawn(String snippet, Supplier<String> cell) {
      this("", snippet, cell);
    }

    Drawn below(String objectType) {
      return new Drawn(objectType, snippet, cell);
    }

    /** Whether other cells of the row speak of what this one binds. */
    boolean binds() {
      return snippet.contains("$day :");
    }
  }

  private final Random random;

  /** Workbooks drawn from {@code seed}. */
  public RandomTables(long seed) {
    this.random = new Random(seed);
  }

  /** The next one. */
  public Workbook next(String family) {
    List<TableDraft> tables = new ArrayList<>();
    for (int number = 0; number <= random.nextInt(2); number++) {
      tables.add(table("Table " + number));
    }
    return TableDraft.workbook(family, tables);
  }

  private TableDraft table(String name) {
    TableDraft draft = new TableDraft(name);
    List<Drawn> columns = new ArrayList<>();
    switch (random.nextInt(7)) {
      case 0, 1 -> {
        add(draft, columns, "$line : BilledLine", key(), 1 + random.nextInt(6));
        act(draft, columns, "$line");
      }
      case 2 -> {
        add(draft, columns, "$line : BilledLine", key(), random.nextInt(3));
        add(draft, columns, "$other : BilledLine", key(), other(), random.nextInt(2));
        act(draft, columns, random.nextBoolean() ? "$line" : "$other");
      }
      case 3 -> {
        add(draft, columns, "$line : BilledLine", key(), random.nextInt(2));
        String asks = random.nextBoolean() ? "not BilledLine" : "exists BilledLine";
        add(draft, columns, asks, sameDay(), random.nextInt(3));
        act(draft, columns, "$line");
      }
      case 4 -> {
        add(draft, columns, "$performed : Performed", kind(), 0);
        performed(draft, columns, "$performed : Performed", 1 + random.nextInt(4));
        add(draft, columns, "$line : BilledLine", mayBe(), random.nextInt(2));
        act(draft, columns, "$line");
      }
      case 5 -> {
        add(draft, columns, "$line : BilledLine", binding(), random.nextInt(2));
        add(draft, columns, "$other : BilledLine", bound(), random.nextInt(2));
        act(draft, columns, "$line");
      }
      default -> {
        add(draft, columns, "$line : BilledLine", key(), random.nextInt(2));
        lone(draft, columns);
        act(draft, columns, "$line");
      }
    }
    fill(draft, columns);
    return draft;
  }

  /** Fills rows; either any optional cell may be blank, or the same few are. */
  private void fill(TableDraft draft, List<Drawn> columns) {
    boolean wild = random.nextBoolean();
    boolean[] profile = new boolean[columns.size()];
    IntStream.range(0, profile.length).forEach(at -> profile[at] = random.nextInt(3) > 0);
    int rows = 2 + random.nextInt(4);
    for (int row = 0; row < rows; row++) {
      String[] cells = new String[columns.size()];
      for (int at = 0; at < cells.length; at++) {
        boolean filled = wild ? random.nextInt(3) > 0 : profile[at];
        boolean must = columns.get(at).binds() || at == cells.length - 1;
        cells[at] = filled || must ? columns.get(at).cell().get() : "";
      }
      bindFacts(columns, cells);
      draft.row(cells);
    }
  }

  /** Actions speak of facts, so that each pattern that binds one needs a cell. */
  private static void bindFacts(List<Drawn> columns, String[] cells) {
    for (int at = 0; at < cells.length; at++) {
      String pattern = columns.get(at).pattern();
      boolean asked =
          IntStream.range(0, cells.length)
              .anyMatch(
                  other -> columns.get(other).pattern().equals(pattern) && !cells[other].isEmpty());
      if (pattern.startsWith("$") && !asked) {
        cells[at] = columns.get(at).cell().get();
      }
    }
  }

  private void add(
      TableDraft draft, List<Drawn> columns, String objectType, Drawn first, int more) {
    column(draft, columns, objectType, first);
    for (int count = 0; count < more; count++) {
      column(draft, columns, objectType, ofLine());
    }
  }

  private void add(
      TableDraft draft,
      List<Drawn> columns,
      String objectType,
      Drawn first,
      Drawn second,
      int more) {
    column(draft, columns, objectType, first);
    add(draft, columns, objectType, second, more);
  }

  private void performed(TableDraft draft, List<Drawn> columns, String objectType, int count) {
    for (int index = 0; index < count; index++) {
      column(draft, columns, objectType, ofPerformed());
    }
  }

  private static void column(
      TableDraft draft, List<Drawn> columns, String objectType, Drawn drawn) {
    draft.condition(objectType, drawn.snippet());
    columns.add(drawn.below(objectType));
  }

  /** A column without an object type, whose snippet is a pattern by itself. */
  private void lone(TableDraft draft, List<Drawn> columns) {
    column(
        draft,
        columns,
        "",
        pick(
            new Drawn("not BilledLine( code == \"$param\", sameDay($line) )", this::code),
            new Drawn("exists Performed( kind == \"$param\" )", this::kindWord),
            new Drawn("not Performed( kind in ($param) )", () -> quoted(1, this::kindWord)),
            new Drawn("exists BilledLine( units > $param )", this::number),
            new Drawn("not Performed( mayBe($line), access == \"$param\" )", this::access),
            new Drawn("not Performed()", () -> "x")));
  }

  private void act(TableDraft draft, List<Drawn> columns, String line) {
    List<Drawn> actions =
        List.of(
            new Drawn("insert( Flag.of(\"$param\", \"deny\", " + line + ") );", this::text),
            new Drawn("insert( Flag.of(\"see $param.\", \"risk\", " + line + ") );", this::text),
            new Drawn(
                "insert( Flag.of(\"k\", \"info\", "
                    + line
                    + ").missing(List.of(\"$1\", \"$2\")) );",
                () -> text().replace(",", "") + ", " + code()),
            new Drawn(
                "if ($param > 1) { insert( Flag.of(\"many\", \"info\", " + line + ") ); }",
                () -> pick("1", "2", "1.5")),
            new Drawn(
                "Flag flag = Flag.of(\"f\", \"$param\", " + line + "); insert( flag );",
                this::text));
    if (random.nextBoolean()) {
      Drawn first = actions.get(random.nextInt(actions.size()));
      draft.column(Column.Type.ACTION, "", first.snippet());
      columns.add(first);
    }
    Drawn last = actions.get(random.nextInt(3));
    draft.column(Column.Type.ACTION, "", last.snippet());
    columns.add(last);
  }

  private Drawn key() {
    return pick(
        new Drawn("code == \"$param\"", this::code),
        new Drawn("code", this::code),
        new Drawn("code ==", this::code),
        new Drawn("forall(||){code == \"$\"}", () -> list(3, this::code)),
        new Drawn("code in ($param)", () -> quoted(3, this::code)));
  }

  private Drawn other() {
    return pick(
        new Drawn("forall(||){code == \"$\"}, together($line)", () -> list(3, this::code)),
        new Drawn("side == \"$param\", sameDay($line)", () -> pick("left", "right")),
        new Drawn("number > $line.number, code != \"$param\"", this::code),
        new Drawn(
            "units >= $line.units, code in (\"$1\", \"$2\")",
            () -> list(1, this::code) + ", " + code()));
  }

  private Drawn sameDay() {
    return pick(
        new Drawn("code in ($param), sameDay($line)", () -> quoted(4, this::code)),
        new Drawn("code == \"$param\", number != $line.number", this::code),
        new Drawn("forall(||){code == \"$\"}", () -> list(6, this::code)));
  }

  private Drawn kind() {
    return pick(
        new Drawn("kind == \"$param\"", this::kindWord),
        new Drawn("forall(||){kind == \"$\"}", () -> list(2, this::kindWord)));
  }

  private Drawn mayBe() {
    return new Drawn(
        "$performed.mayBe(this), forall(||){code == \"$\"}", () -> list(4, this::code));
  }

  private Drawn binding() {
    return new Drawn("code == \"$param\", $day : serviceDate, $count : units", this::code);
  }

  private Drawn bound() {
    return pick(
        new Drawn("code != \"$param\", serviceDate == $day", this::code),
        new Drawn("units > $count, code in ($param)", () -> quoted(4, this::code)));
  }

  private Drawn ofPerformed() {
    return pick(
        new Drawn("access == \"$param\"", this::access),
        new Drawn("side != \"$param\"", () -> pick("left", "right")),
        new Drawn("guided == $param", () -> pick("true", "false")),
        new Drawn("forall(||){interventions contains \"$\"}", () -> list(2, this::work)),
        new Drawn("forall(&&){interventions not contains \"$\"}", () -> list(2, this::work)),
        new Drawn("forall(&&){alsoReported(\"$\") == false}", () -> list(3, this::code)),
        new Drawn("serviceDate >= \"$param\"", this::day));
  }

  private Drawn ofLine() {
    return random.nextBoolean() ? plain() : composed();
  }

  private Drawn plain() {
    return pick(
        new Drawn("serviceDate >= \"$param\"", this::day),
        new Drawn("serviceDate < \"$param\"", this::day),
        new Drawn("serviceDate", this::day),
        new Drawn("serviceDate <= $param", () -> '"' + day() + '"'),
        new Drawn("setting == \"$param\"", () -> pick("practitioner", "dme-supplier")),
        new Drawn("units > $param", this::number),
        new Drawn("units >= \"$param\"", this::number),
        new Drawn("units == $param", this::number),
        new Drawn("units != $param", this::number),
        new Drawn("age >= $param", () -> "" + random.nextInt(80)),
        new Drawn("age <", () -> "" + random.nextInt(80)),
        new Drawn("distinct == $param", () -> pick("true", "false")),
        new Drawn("repeated == \"$param\"", () -> pick("true", "false")),
        new Drawn("side", () -> pick("left", "bilateral")),
        new Drawn("hasModifier(\"$param\")", this::modifier),
        new Drawn("!hasModifier(\"$param\")", this::modifier),
        new Drawn("payer != $param", () -> pick("\"medicare\"", "null", "7")));
  }

  private Drawn composed() {
    return pick(
        new Drawn(
            "age >= $1, age < $2", () -> random.nextInt(30) + ", " + (30 + random.nextInt(40))),
        new Drawn(
            "age >= $1 && age < $2", () -> random.nextInt(30) + "," + (30 + random.nextInt(40))),
        new Drawn("code >= \"$1\" && code <= \"$2\"", () -> "50000, 60000"),
        new Drawn("forall(&&){hasModifier(\"$\") == false}", () -> list(2, this::modifier)),
        new Drawn("forall(||){pointsTo(\"$\")}", () -> list(3, this::diagnosis)),
        new Drawn("!(forall(||){pointsTo(\"$\")})", () -> list(3, this::diagnosis)),
        new Drawn("forall(,){units != $}", () -> list(2, this::number)),
        new Drawn("forall(&&){placeOfService != \"$\"}", () -> list(2, this::place)),
        new Drawn("modifiers contains \"$param\"", this::modifier),
        new Drawn("modifiers not contains", this::modifier),
        new Drawn("placeOfService in ($param)", () -> quoted(2, this::place)),
        new Drawn("placeOfService not in (\"$1\", \"22\")", this::place),
        new Drawn("code str[startsWith] \"$param\"", () -> pick("50", "7")),
        new Drawn("number == $param || number > 500", () -> "" + random.nextInt(1000)),
        new Drawn("age + 1 > $param", () -> "" + random.nextInt(80)),
        new Drawn("sidesStated in ($param)", () -> pick("0, 1", "2", "1,2,4")),
        new Drawn("(side == \"left\" || side == \"$param\")", () -> pick("right", "bilateral")),
        new Drawn("bothSides == \"50\", code != \"$param\"", this::code));
  }

  private String text() {
    return pick(
        "plain",
        "say \"hi\"",
        "tab\\tand \\\\ more",
        "line one\nline two",
        "é § ü",
        "$line",
        "a, b");
  }

  private String number() {
    return pick("1", "2", "1.0", "0.5", "2.5");
  }

  private String day() {
    return CloseEncounters.FIRST_DAY.plusDays(random.nextInt(5)).toString();
  }

  private String code() {
    return pick(CloseEncounters.CODES.toArray(new String[0]));
  }

  private String modifier() {
    return pick(CloseEncounters.MODIFIERS.toArray(new String[0]));
  }

  private String diagnosis() {
    return pick("N13", "N13.5", "C64", "R", "Z99");
  }

  private String place() {
    return pick(CloseEncounters.PLACES.toArray(new String[0]));
  }

  private String kindWord() {
    return pick(CloseEncounters.KINDS.toArray(new String[0]));
  }

  private String access() {
    return pick("existing", "new");
  }

  private String work() {
    return pick("incision", "biopsy", "fulguration");
  }

  private String list(int most, Supplier<String> item) {
    return IntStream.rangeClosed(0, random.nextInt(most))
        .mapToObj(index -> item.get())
        .collect(Collectors.joining(random.nextBoolean() ? ", " : ","));
  }

  private String quoted(int most, Supplier<String> item) {
    return list(most, () -> '"' + item.get() + '"');
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
