package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.rows.ValueType.UnfitCell;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;

/** The columns of a table that become code, and how their cells may vary within one shape. */
final class TableHeader {

  private final PolicyTable table;
  private final boolean escapesQuotes;
  private final SortedMap<Integer, Snippet> snippets = new TreeMap<>();
  private final SortedSet<Integer> optional = new TreeSet<>();
  private final Map<Integer, Literals> literals = new HashMap<>();
  private final Map<Integer, List<Column>> patterns = new HashMap<>();
  private final List<Column> actions;

  /**
   * How the cells of a column become literals: read once from its code, for all rows.
   *
   * @param bare whether they stand outside quotes
   * @param listed whether they stand in {@code in ( )}
   * @param typed whether the fact's property says what type they are
   */
  private record Literals(boolean bare, boolean listed, boolean typed) {

    static Literals of(Snippet snippet) {
      return new Literals(
          holes(snippet).stream().anyMatch(hole -> hole.kind() == Token.Kind.HOLE),
          Token.of(snippet.outline()).stream().anyMatch(token -> token.is("in")),
          isOfFact(snippet) && !takesAnyLiteral(snippet));
    }
  }

  TableHeader(PolicyTable table, boolean escapesQuotes) {
    this.table = table;
    this.escapesQuotes = escapesQuotes;
    this.actions =
        table.columns().stream().filter(column -> column.type() == Column.Type.ACTION).toList();
    for (Column column : table.columns()) {
      if (isCode(column) && !column.snippet().isBlank()) {
        snippets.put(column.index(), Snippet.of(column));
      }
    }
    for (Snippet snippet : snippets.values()) {
      Column column = snippet.column();
      literals.put(column.index(), Literals.of(snippet));
      patterns.put(column.index(), pattern(column));
      if (mayBeBlank(snippet)) {
        optional.add(column.index());
      }
    }
  }

  PolicyTable table() {
    return table;
  }

  SortedMap<Integer, Snippet> snippets() {
    return snippets;
  }

  /** Columns whose cell may be blank without making another shape. */
  Set<Integer> optional() {
    return optional;
  }

  boolean escapesQuotes() {
    return escapesQuotes;
  }

  static boolean isCode(Column column) {
    return switch (column.type()) {
      case CONDITION, ACTION -> true;
      case NAME, DESCRIPTION, METADATA, PRIORITY -> false;
    };
  }

  private boolean mayBeBlank(Snippet snippet) {
    Column column = snippet.column();
    if (column.type() == Column.Type.ACTION) {
      return column.objectType() == null
          && actions.size() > 1
          && ActionWriter.declared(snippet.text()).isEmpty()
          && holes(snippet).stream().allMatch(hole -> hole.kind() == Token.Kind.TEXT)
          && !holes(snippet).isEmpty();
    }
    return isOfFact(snippet)
        && sharing(column).size() > 1
        && isOneConstraint(snippet)
        && !takesAnyLiteral(snippet);
  }

  /** Whether the code is a constraint of the fact that stands above it. */
  private static boolean isOfFact(Snippet snippet) {
    Column column = snippet.column();
    return column.type() == Column.Type.CONDITION && column.objectType() != null;
  }

  private static List<Token> holes(Snippet snippet) {
    return Token.of(snippet.outline()).stream().filter(Token::hasHole).toList();
  }

  private static boolean isOneConstraint(Snippet snippet) {
    List<Token> tokens = Token.of(snippet.outline());
    int depth = 0;
    for (Token token : tokens) {
      depth += token.isSign("(", "[") ? 1 : token.isSign(")", "]") ? -1 : 0;
      if (depth == 0 && token.isSign(",", ":")) {
        return false;
      }
    }
    return !holes(snippet).isEmpty();
  }

  /** Whether a literal outside quotes may be of any type, so that the rule depends on the cell. */
  private static boolean takesAnyLiteral(Snippet snippet) {
    List<Token> tokens = Token.of(snippet.outline());
    FactType fact = factOf(snippet.column()).orElse(null);
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.get(at).kind() == Token.Kind.HOLE && !isTyped(fact, tokens, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTyped(@Nullable FactType fact, List<Token> tokens, int at) {
    boolean listed = at > 1 && tokens.get(at - 1).is("(") && tokens.get(at - 2).is("in");
    return listed || (fact != null && HoleContext.typeAt(fact, tokens, at).isPresent());
  }

  private static Optional<FactType> factOf(Column column) {
    String objectType = column.objectType();
    return objectType == null
        ? Optional.empty()
        : Token.of(objectType).stream()
            .flatMap(token -> FactType.named(token.text()).stream())
            .findFirst();
  }

  /** The columns that share a pattern with {@code column}. */
  private List<Column> sharing(Column column) {
    return patterns.getOrDefault(column.index(), List.of());
  }

  private List<Column> pattern(Column column) {
    return table.columns().stream()
        .filter(other -> other.type() == Column.Type.CONDITION)
        .filter(other -> other.patternStart() == column.patternStart())
        .toList();
  }

  /** Columns of one type in groups that Drools renders as one piece of code, left to right. */
  List<List<Column>> groups(Column.Type type) {
    SortedMap<Integer, List<Column>> groups = new TreeMap<>();
    for (Snippet snippet : snippets.values()) {
      Column column = snippet.column();
      if (column.type() == type) {
        int start = column.objectType() == null ? column.index() : column.patternStart();
        groups.computeIfAbsent(start, none -> new ArrayList<>()).add(column);
      }
    }
    return List.copyOf(groups.values());
  }

  /** The forms of a row's cells by column; {@code null} where one is unfit, which is reported. */
  @Nullable SortedMap<Integer, Form> forms(PolicyRow row, Complaints complaints) {
    SortedMap<Integer, Form> forms = new TreeMap<>();
    boolean fit = true;
    for (Snippet snippet : snippets.values()) {
      Column column = snippet.column();
      try {
        if (row.cell(column).isPresent()) {
          forms.put(column.index(), form(snippet, row.cell(column).orElse("")));
        } else if (optional.contains(column.index()) && isAsked(column, row)) {
          forms.put(column.index(), Form.any(snippet));
        }
      } catch (UnfitCell unfit) {
        complaints.cell(row, column, unfit.code(), unfit.reason());
        fit = false;
      }
    }
    return fit ? forms : null;
  }

  private boolean isAsked(Column column, PolicyRow row) {
    return column.type() == Column.Type.ACTION
        ? undeclared(column, row).isEmpty()
        : sharing(column).stream().anyMatch(other -> row.cell(other).isPresent());
  }

  /** Columns that are blank in {@code row} but declare what the action of {@code column} uses. */
  List<Column> undeclared(Column column, PolicyRow row) {
    return actions.stream()
        .filter(other -> other.index() != column.index() && row.cell(other).isEmpty())
        .filter(
            other ->
                ActionWriter.declared(other.snippet()).stream()
                    .anyMatch(name -> ActionWriter.uses(column.snippet(), name)))
        .toList();
  }

  private Form form(Snippet snippet, String cell) throws UnfitCell {
    List<String> pieces = CellText.pieces(snippet, cell, escapesQuotes);
    Literals read = Objects.requireNonNull(literals.get(snippet.column().index()));
    boolean typed = read.typed && !pieces.contains("null");
    return read.bare && !typed
        ? Form.unquoted(snippet, pieces, read.listed)
        : Form.quoted(snippet, pieces);
  }
}
