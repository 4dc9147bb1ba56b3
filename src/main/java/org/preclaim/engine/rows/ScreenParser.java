package org.preclaim.engine.rows;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a constraint as a {@link Screen} where all of it is plain: comparisons, yes-or-no words of
 * a fact, and {@code &&}, {@code ||}, {@code !} between them. Whatever else a constraint says is
 * left to the rule.
 */
final class ScreenParser {

  /**
   * A constraint that can be screened.
   *
   * @param screen the test
   * @param facts a bit for each position among the facts that it reads
   * @param guard the value without which nothing is asked, or -1
   */
  record Screened(Screen screen, int facts, int guard) {

    /** The same, asked only where the row has value {@code slot}. */
    Screened guardedBy(int slot) {
      return new Screened(screen, facts, slot);
    }

    /** Whether {@code row} asks it. */
    boolean isAskedBy(Row row) {
      return guard < 0 || !row.blank(guard);
    }
  }

  /** Reads a value from a row or a fact. */
  @FunctionalInterface
  private interface Source {
    @Nullable Object of(Row row, @Nullable Object[] facts);
  }

  private record Operand(Class<?> type, Source source) {}

  private static final class NotPlain extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private static final Set<Class<?>> ORDERED =
      Set.of(String.class, Integer.class, BigDecimal.class, LocalDate.class, Boolean.class);

  private final List<Token> tokens;
  private final FactType type;
  private final int position;
  private final Scope scope;
  private int at;
  private int facts;

  private ScreenParser(List<Token> tokens, FactType type, int position, Scope scope) {
    this.tokens = tokens;
    this.type = type;
    this.position = position;
    this.scope = scope;
  }

  /**
   * The screen for a constraint on the fact at {@code position}; {@code null} where it is not
   * plain.
   */
  static @Nullable Screened parse(List<Token> tokens, FactType type, int position, Scope scope) {
    ScreenParser parser = new ScreenParser(tokens, type, position, scope);
    try {
      Screen screen = parser.either();
      return parser.at == tokens.size() ? new Screened(screen, parser.facts, -1) : null;
    } catch (NotPlain left) {
      return null;
    }
  }

  private Screen either() throws NotPlain {
    List<Screen> branches = new ArrayList<>(List.of(both()));
    while (accept("||")) {
      branches.add(both());
    }
    return branches.size() == 1 ? branches.get(0) : any(branches.toArray(new Screen[0]));
  }

  private static Screen any(Screen[] branches) {
    return (row, bound) -> {
      for (Screen branch : branches) {
        if (branch.passes(row, bound)) {
          return true;
        }
      }
      return false;
    };
  }

  private Screen both() throws NotPlain {
    Screen all = single();
    while (accept("&&")) {
      Screen first = all;
      Screen second = single();
      all = (row, bound) -> first.passes(row, bound) && second.passes(row, bound);
    }
    return all;
  }

  private Screen single() throws NotPlain {
    if (accept("!")) {
      return not(single());
    } else if (accept("(")) {
      Screen inner = either();
      expect(")");
      return inner;
    } else if (at < tokens.size() && tokens.get(at).kind() == Token.Kind.LIST) {
      return listed(tokens.get(at++));
    }
    return comparison();
  }

  private Screen listed(Token token) throws NotPlain {
    boolean negated = token.text().startsWith("!");
    Function<Object, Object> property = property(token.text().substring(negated ? 1 : 0));
    facts |= 1 << position;
    int where = position;
    int slot = token.slot();
    return (row, bound) -> row.lists(slot, property.apply(at(bound, where))) != negated;
  }

  private Screen comparison() throws NotPlain {
    Operand left = operand();
    String operator = at < tokens.size() ? tokens.get(at).text() : "";
    boolean compares = at < tokens.size() && tokens.get(at).isComparison();
    if (!compares) {
      if (left.type() != Boolean.class) {
        throw new NotPlain();
      }
      Source source = left.source();
      return (row, bound) -> Boolean.TRUE.equals(source.of(row, bound));
    }
    at++;
    return compared(left, operator, operand());
  }

  private static Screen compared(Operand left, String operator, Operand right) throws NotPlain {
    if (left.type() != right.type() || !ORDERED.contains(left.type())) {
      throw new NotPlain();
    }
    Source one = left.source();
    Source two = right.source();
    return switch (operator) {
      case "==" -> same(left.type(), one, two);
      case "!=" -> not(same(left.type(), one, two));
      case "<" -> (row, bound) -> order(one.of(row, bound), two.of(row, bound)) < 0;
      case "<=" -> (row, bound) -> order(one.of(row, bound), two.of(row, bound)) <= 0;
      case ">" -> (row, bound) -> order(one.of(row, bound), two.of(row, bound)) > 0;
      case ">=" -> (row, bound) -> order(one.of(row, bound), two.of(row, bound)) >= 0;
      default -> throw new NotPlain();
    };
  }

  private static Screen same(Class<?> type, Source one, Source two) {
    // As Drools compares them: numbers by value, whatever their scale.
    return type == BigDecimal.class
        ? (row, bound) -> order(one.of(row, bound), two.of(row, bound)) == 0
        : (row, bound) -> Objects.equals(one.of(row, bound), two.of(row, bound));
  }

  private static Screen not(Screen screen) {
    return (row, bound) -> !screen.passes(row, bound);
  }

  /** Both are of one type, see {@link #compared}. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int order(@Nullable Object one, @Nullable Object two) {
    if (one == null || two == null) {
      return one == two ? 0 : one == null ? -1 : 1;
    }
    return ((Comparable) one).compareTo(two);
  }

  private Operand operand() throws NotPlain {
    if (at >= tokens.size()) {
      throw new NotPlain();
    }
    Token token = tokens.get(at++);
    return switch (token.kind()) {
      case VALUE -> value(token);
      case WORD -> word(token, type, position);
      case VARIABLE -> member(token);
      case TEXT -> text(token);
      case NUMBER -> number(token);
      case HOLE, SIGN, LIST -> throw new NotPlain();
    };
  }

  private static Operand value(Token token) throws NotPlain {
    int slot = token.slot();
    if (token.is(ValueType.PRESENT.accessor())) {
      return new Operand(Boolean.class, (row, bound) -> row.blank(slot));
    }
    for (ValueType type : ValueType.values()) {
      Class<?> boxed = boxed(type);
      if (boxed != null && type.accessor().equals(token.text())) {
        return new Operand(boxed, (row, bound) -> row.value(slot));
      }
    }
    throw new NotPlain();
  }

  private static @Nullable Class<?> boxed(ValueType type) {
    return switch (type) {
      case TEXT -> String.class;
      case WHOLE -> Integer.class;
      case NUMBER -> BigDecimal.class;
      case TRUTH -> Boolean.class;
      case DATE -> LocalDate.class;
      case FRACTION, TEXTS, WHOLES, PRESENT -> null;
    };
  }

  private Operand word(Token token, FactType of, int where) throws NotPlain {
    if (token.is("true") || token.is("false")) {
      Boolean constant = token.is("true");
      return new Operand(Boolean.class, (row, bound) -> constant);
    }
    boolean called = at < tokens.size() && tokens.get(at).is("(");
    if (called) {
      return test(token.text(), of, where);
    }
    Method method = FactMethods.property(of.javaType(), token.text()).orElseThrow(NotPlain::new);
    Function<Object, Object> property = FactMethods.reader(method);
    facts |= 1 << where;
    return new Operand(
        MethodType.methodType(method.getReturnType()).wrap().returnType(),
        (row, bound) -> property.apply(at(bound, where)));
  }

  private Operand test(String name, FactType of, int where) throws NotPlain {
    Method method = FactMethods.test(of.javaType(), name).orElseThrow(NotPlain::new);
    expect("(");
    Operand argument = argument();
    expect(")");
    if (argument.type() != method.getParameterTypes()[0]) {
      throw new NotPlain();
    }
    BiPredicate<Object, Object> test = FactMethods.asker(method);
    facts |= 1 << where;
    Source source = argument.source();
    return new Operand(
        Boolean.class,
        (row, bound) -> {
          Object asked = source.of(row, bound);
          return asked != null && test.test(at(bound, where), asked);
        });
  }

  private Operand argument() throws NotPlain {
    boolean whole =
        at + 1 < tokens.size()
            && tokens.get(at).kind() == Token.Kind.VARIABLE
            && tokens.get(at + 1).is(")");
    return whole ? fact(tokens.get(at++)) : operand();
  }

  private Operand fact(Token variable) throws NotPlain {
    Scope.Meaning meaning = scope.meaning(variable.text()).orElseThrow(NotPlain::new);
    FactType of = meaning.fact().orElseThrow(NotPlain::new);
    int where = meaning.position();
    facts |= 1 << where;
    return new Operand(of.javaType(), (row, bound) -> at(bound, where));
  }

  private Operand member(Token variable) throws NotPlain {
    Scope.Meaning meaning = scope.meaning(variable.text()).orElseThrow(NotPlain::new);
    FactType of = meaning.fact().orElseThrow(NotPlain::new);
    expect(".");
    if (at >= tokens.size()) {
      throw new NotPlain();
    }
    return word(tokens.get(at++), of, meaning.position());
  }

  private static Operand text(Token token) throws NotPlain {
    String inner = token.text().substring(1, token.text().length() - 1);
    if (inner.indexOf('\\') >= 0) {
      throw new NotPlain();
    }
    return new Operand(String.class, (row, bound) -> inner);
  }

  private static Operand number(Token token) throws NotPlain {
    if (!token.text().matches("\\d{1,9}")) {
      throw new NotPlain();
    }
    Integer constant = Integer.valueOf(token.text());
    return new Operand(Integer.class, (row, bound) -> constant);
  }

  private Function<Object, Object> property(String name) throws NotPlain {
    return FactMethods.property(type.javaType(), name)
        .map(FactMethods::reader)
        .orElseThrow(NotPlain::new);
  }

  private static Object at(@Nullable Object[] facts, int position) {
    return Objects.requireNonNull(facts[position], "no fact yet");
  }

  private boolean accept(String sign) {
    boolean here = at < tokens.size() && tokens.get(at).is(sign);
    at += here ? 1 : 0;
    return here;
  }

  private void expect(String sign) throws NotPlain {
    if (!accept(sign)) {
      throw new NotPlain();
    }
  }
}
