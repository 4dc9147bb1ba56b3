package org.preclaim.engine.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.rows.HoleResolver.Unsupported;
import org.preclaim.engine.rows.PatternText.Asks;
import org.preclaim.release.ReleaseDigest;

/** Writes the rule of one shape from what Drools rendered for it. */
final class ShapeWriter {

  /** As many hexadecimal digits as always fit a positive {@code long}. */
  private static final int ID_DIGITS = 15;

  private final Map<Integer, Form> forms;
  private final Set<Integer> optional;
  private final Slots slots = new Slots();
  private final Scope scope = new Scope();
  private final List<FactType> facts = new ArrayList<>();
  private final List<String> constraints = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final List<Shape.Key> joins = new ArrayList<>();
  private final List<Integer> origins = new ArrayList<>();
  private final List<Set<Integer>> othersOrigins = new ArrayList<>();
  private Shape.@Nullable Key key;
  private boolean asksForDenials;

  /**
   * @param forms of the cells by column
   * @param optional columns whose cell may be blank without making another shape
   */
  ShapeWriter(Map<Integer, Form> forms, Set<Integer> optional) {
    this.forms = forms;
    this.optional = optional;
  }

  Slots slots() {
    return slots;
  }

  Scope scope() {
    return scope;
  }

  /**
   * Takes in a pattern of the left side.
   *
   * @param columns the columns that each of its constraints comes from
   */
  void pattern(PatternText pattern, List<Integer> columns) throws Unsupported {
    if (pattern.asks() == Asks.FACT) {
      fact(pattern, columns);
    } else {
      other(pattern);
      othersOrigins.add(new TreeSet<>(columns));
    }
  }

  private void fact(PatternText pattern, List<Integer> columns) throws Unsupported {
    int position = facts.size();
    if (position == Shape.FACTS_MAX) {
      throw new Unsupported(
          -1,
          "ROWS-LIMIT",
          "a row binds more than " + Shape.FACTS_MAX + " facts",
          "write this policy as a rule");
    }
    FactType type = pattern.type();
    facts.add(type);
    asksForDenials |= type == FactType.DENIAL;
    String variable = pattern.variable();
    if (variable != null) {
      scope.fact(variable, type, position);
    }
    ConstraintWriter writer = ConstraintWriter.ofCase(type, position, scope);
    for (int index = 0; index < pattern.constraints().size(); index++) {
      List<Token> constraint = pattern.constraints().get(index);
      List<Token> resolved = new HoleResolver(type, forms, slots).resolve(constraint);
      if (isBinding(resolved)) {
        List<Token> bound = resolved.subList(2, resolved.size());
        int end = pathEnd(bound);
        scope.property(resolved.get(0).text(), write(writer, constraint, bound.subList(0, end)));
        if (end == bound.size()) {
          continue;
        }
        resolved = bound;
      }
      int guard = guard(constraint, resolved);
      constraints.add(guarded("row", guard, write(writer, constraint, resolved)));
      origins.add(columns.get(index));
      findKey(resolved, type, position);
    }
  }

  private static boolean isBinding(List<Token> tokens) {
    return tokens.size() > 2
        && tokens.get(0).kind() == Token.Kind.VARIABLE
        && tokens.get(1).is(":")
        && tokens.get(2).kind() == Token.Kind.WORD;
  }

  /** Where the property, or the call of a word, at the start of {@code tokens} ends. */
  private static int pathEnd(List<Token> tokens) {
    boolean called = tokens.size() > 1 && tokens.get(1).is("(");
    return called ? Math.max(1, PatternText.closing(tokens, 1) + 1) : 1;
  }

  /** Takes in a constraint that names the code or kind of its fact: the matcher looks it up. */
  private void findKey(List<Token> resolved, FactType type, int position) {
    Token first = resolved.get(0);
    boolean known = joins.stream().anyMatch(join -> join.position() == position);
    if (known || !type.isKey(first.text()) || (key != null && key.position() == position)) {
      return;
    }
    Token last = resolved.get(resolved.size() - 1);
    boolean list = resolved.size() == 1 && first.kind() == Token.Kind.LIST;
    boolean equal =
        resolved.size() == 3
            && resolved.get(1).is("==")
            && last.kind() == Token.Kind.VALUE
            && last.is(ValueType.TEXT.accessor());
    Shape.Key found = new Shape.Key(position, last.slot());
    if ((list || equal) && key == null) {
      key = found;
    } else if (list || equal) {
      joins.add(found);
    }
  }

  private void other(PatternText pattern) throws Unsupported {
    FactType type = pattern.type();
    ConstraintWriter writer = ConstraintWriter.ofOther(type, scope);
    List<String> written = new ArrayList<>();
    for (List<Token> constraint : pattern.constraints()) {
      List<Token> resolved = new HoleResolver(type, forms, slots).resolve(constraint);
      int guard = guard(constraint, resolved);
      written.add(guarded("$row", guard, write(writer, constraint, resolved)));
    }
    others.add(
        pattern.asks().word()
            + " "
            + type.simpleName()
            + "( "
            + String.join(", ", written)
            + " ) from $case."
            + type.all());
    asksForDenials |= type == FactType.DENIAL;
  }

  private static String write(ConstraintWriter writer, List<Token> constraint, List<Token> resolved)
      throws Unsupported {
    try {
      return writer.write(resolved);
    } catch (Unsupported unsupported) {
      throw unsupported.in(columnOf(constraint));
    }
  }

  /** The column whose cell goes into a constraint, or -1. */
  static int columnOf(List<Token> constraint) {
    return constraint.stream()
        .filter(Token::hasHole)
        .findFirst()
        .map(hole -> Placeholders.columnIn(hole.text()))
        .orElse(-1);
  }

  /** The slot that tells whether the constraint's optional cell is blank, or -1. */
  private int guard(List<Token> constraint, List<Token> resolved) {
    return optional.contains(columnOf(constraint))
        ? resolved.stream().mapToInt(Token::slot).filter(slot -> slot >= 0).findFirst().orElse(-1)
        : -1;
  }

  private static String guarded(String row, int slot, String constraint) {
    return slot < 0 ? constraint : "(" + row + ".blank(" + slot + ") || (" + constraint + "))";
  }

  /** The rule, with these actions. */
  Shape shape(List<String> actions) {
    StringBuilder body = new StringBuilder("$row : row").append(scope.bindings());
    constraints.forEach(constraint -> body.append(",\n    ").append(constraint));
    body.append(" )\n");
    others.forEach(other -> body.append("  ").append(other).append('\n'));
    body.append("then\n");
    actions.forEach(action -> body.append("  ").append(action).append('\n'));
    body.append("end\n");
    long id = id(body.toString());
    String drl = "rule \"rows " + id + "\"\nwhen\n  $case : RowCase( " + body;
    return new Shape(
        id,
        drl,
        List.copyOf(facts),
        key,
        List.copyOf(joins),
        asksForDenials,
        new Shape.Conditions(origins, othersOrigins));
  }

  private static long id(String body) {
    return Long.parseLong(ReleaseDigest.of(body.getBytes(UTF_8)).substring(0, ID_DIGITS), 16);
  }
}
