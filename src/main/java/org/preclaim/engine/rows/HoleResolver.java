package org.preclaim.engine.rows;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Replaces the stand-ins of a snippet by values of the row. */
final class HoleResolver {

  /** Thrown where a header asks for code from its cells, or cannot be read. */
  static final class Unsupported extends Exception {

    private static final long serialVersionUID = 1L;

    private final int column;
    private final String code;
    private final String reason;
    private final String help;

    /**
     * @param column whose header is meant, or -1 for the pattern as a whole
     */
    Unsupported(int column, String code, String reason, String help) {
      super(reason);
      this.column = column;
      this.code = code;
      this.reason = reason;
      this.help = help;
    }

    int column() {
      return column;
    }

    /** The same, said of this column where none was known. */
    Unsupported in(int knownColumn) {
      return column >= 0 ? this : new Unsupported(knownColumn, code, reason, help);
    }

    String code() {
      return code;
    }

    String reason() {
      return reason;
    }

    String help() {
      return help;
    }
  }

  private static final String VALUES_ONLY =
      "write the operator and the property into the header and leave only a value to the cell,"
          + " for instance `units > $param`";

  private final @Nullable FactType fact;
  private final Map<Integer, Form> forms;
  private final Slots slots;

  /**
   * @param fact whose properties the snippet names; absent for actions
   */
  HoleResolver(@Nullable FactType fact, Map<Integer, Form> forms, Slots slots) {
    this.fact = fact;
    this.forms = forms;
    this.slots = slots;
  }

  /** The tokens with values where stand-ins were. */
  List<Token> resolve(List<Token> tokens) throws Unsupported {
    List<Token> resolved = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      int list = fact == null ? -1 : listAfter(tokens, at);
      if (fact != null && list >= 0) {
        int close = PatternText.closing(tokens, list);
        if (among(fact, tokens, at, list, close, resolved)) {
          at = close;
          continue;
        }
      }
      if (token.is(String.valueOf(Placeholders.BLANK))) {
        String hole = tokens.get(at + 2).text();
        resolved.add(token.asValue(ValueType.PRESENT, slots.add(ValueType.PRESENT, hole)));
        at += 3;
      } else {
        resolved.add(token.hasHole() ? value(tokens, at) : token);
      }
    }
    return resolved;
  }

  /** Where the bracket opens in {@code property in (} or {@code property not in (}, or -1. */
  private int listAfter(List<Token> tokens, int at) {
    if (tokens.get(at).kind() != Token.Kind.WORD) {
      return -1;
    }
    int in = at + 1 < tokens.size() && tokens.get(at + 1).is("not") ? at + 2 : at + 1;
    boolean list = in + 1 < tokens.size() && tokens.get(in).is("in") && tokens.get(in + 1).is("(");
    return list && PatternText.closing(tokens, in + 1) > 0 ? in + 1 : -1;
  }

  private boolean among(
      FactType type, List<Token> tokens, int at, int open, int close, List<Token> resolved)
      throws Unsupported {
    List<Token> inner = tokens.subList(open + 1, close);
    if (inner.stream().noneMatch(Token::hasHole)) {
      return false;
    }
    int column = Placeholders.columnIn(firstHole(inner));
    Method property =
        HoleContext.propertyAt(type, tokens, at)
            .orElseThrow(
                () ->
                    new Unsupported(
                        column,
                        "ROWS-WORD",
                        "`" + tokens.get(at).text() + "` is no property of " + type.simpleName(),
                        "it has " + FactMethods.words(type.javaType())));
    boolean negated = tokens.get(at + 1).is("not");
    if (inner.size() == 1 && inner.get(0).kind() == Token.Kind.HOLE && isWhole(inner.get(0))) {
      resolved.add(list(tokens.get(at), property, inner.get(0), negated));
    } else {
      resolved.addAll(resolve(compared(tokens.get(at), inner, negated)));
    }
    return true;
  }

  private static String firstHole(List<Token> tokens) {
    return tokens.stream().filter(Token::hasHole).findFirst().map(Token::text).orElse("");
  }

  private static boolean isWhole(Token hole) {
    return hole.text().indexOf('.') < 0;
  }

  private Token list(Token word, Method property, Token hole, boolean negated) throws Unsupported {
    Class<?> type = property.getReturnType();
    int column = Placeholders.columnIn(hole.text());
    if (type != String.class && type != int.class) {
      throw new Unsupported(
          column,
          "ROWS-HEADER",
          "`in` does not compare `" + word.text() + "`",
          "write `forall(||){" + word.text() + " == $}`");
    }
    ValueType values = type == String.class ? ValueType.TEXTS : ValueType.WHOLES;
    int slot = slots.add(values, hole.text());
    return Token.made(Token.Kind.LIST, (negated ? "!" : "") + word.text(), slot);
  }

  /** {@code property in (a, b)} as {@code (property == a || property == b)}. */
  private static List<Token> compared(Token word, List<Token> items, boolean negated) {
    List<Token> tokens = new ArrayList<>();
    tokens.add(Token.made(Token.Kind.SIGN, "(", -1));
    tokens.add(word);
    tokens.add(Token.made(Token.Kind.SIGN, negated ? "!=" : "==", -1));
    for (Token item : items) {
      if (item.is(",")) {
        tokens.add(Token.made(Token.Kind.SIGN, negated ? "&&" : "||", -1));
        tokens.add(word);
        tokens.add(Token.made(Token.Kind.SIGN, negated ? "!=" : "==", -1));
      } else {
        tokens.add(item);
      }
    }
    tokens.add(Token.made(Token.Kind.SIGN, ")", -1));
    return tokens;
  }

  private Token value(List<Token> tokens, int at) throws Unsupported {
    Token token = tokens.get(at);
    int column = Placeholders.columnIn(token.text());
    boolean quoted = token.kind() == Token.Kind.TEXT;
    if ((!quoted && token.kind() != Token.Kind.HOLE) || isGlued(tokens, at)) {
      throw new Unsupported(
          column, "ROWS-CODE", "a cell would become part of a name or number", VALUES_ONLY);
    }
    boolean operand = HoleContext.isOperand(tokens, at);
    if (!quoted && (!operand || (fact != null && HoleContext.isWholeCondition(tokens, at)))) {
      throw new Unsupported(
          column,
          "ROWS-CODE",
          "a cell would supply code: an operator, a condition or a statement",
          VALUES_ONLY);
    }
    return quoted ? quoted(tokens, at) : bare(tokens, at, column);
  }

  private static boolean isGlued(List<Token> tokens, int at) {
    boolean left =
        at > 0 && tokens.get(at).before().isEmpty() && tokens.get(at - 1).kind() != Token.Kind.SIGN;
    boolean right =
        at + 1 < tokens.size()
            && tokens.get(at + 1).before().isEmpty()
            && tokens.get(at + 1).kind() != Token.Kind.SIGN;
    return left || right;
  }

  private Token quoted(List<Token> tokens, int at) throws Unsupported {
    Token token = tokens.get(at);
    if (fact == null && token.text().startsWith("'")) {
      throw new Unsupported(
          Placeholders.columnIn(token.text()),
          "ROWS-HEADER",
          "single quotes make no text in an action",
          "write `\"$param\"`");
    }
    ValueType type = typeAt(tokens, at).orElse(ValueType.TEXT);
    return token.asValue(type, slots.add(type, token.text()));
  }

  private Token bare(List<Token> tokens, int at, int column) throws Unsupported {
    Token token = tokens.get(at);
    char kind = forms.getOrDefault(column, new Form("", 0)).kind(Placeholders.partIn(token.text()));
    if (kind == Form.NULL) {
      return Token.made(Token.Kind.WORD, "null", -1);
    }
    Optional<ValueType> asked = typeAt(tokens, at);
    if (asked.isPresent()) {
      ValueType type = asked.get();
      refuseOrderOfTexts(tokens, at, type, column);
      return token.asValue(type, slots.add(type, token.text()));
    }
    ValueType type =
        switch (kind) {
          case 'I' -> ValueType.WHOLE;
          case 'D' -> ValueType.FRACTION;
          case 'B' -> ValueType.TRUTH;
          case 'L' ->
              throw new Unsupported(
                  column, "ROWS-CODE", "a list stands outside `in ( )`", "write `in ($param)`");
          default -> ValueType.TEXT;
        };
    return token.asValue(type, slots.add(type, token.text()));
  }

  private void refuseOrderOfTexts(List<Token> tokens, int at, ValueType type, int column)
      throws Unsupported {
    if (type == ValueType.TEXT && tokens.get(at - 1).isSign("<", ">", "<=", ">=")) {
      throw new Unsupported(
          column,
          "ROWS-HEADER",
          "a text is compared in order with something that is not quoted",
          "write `\"$param\"`");
    }
  }

  private Optional<ValueType> typeAt(List<Token> tokens, int at) {
    return fact == null ? Optional.empty() : HoleContext.typeAt(fact, tokens, at);
  }
}
