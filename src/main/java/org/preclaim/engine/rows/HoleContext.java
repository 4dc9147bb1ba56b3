package org.preclaim.engine.rows;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands around a cell in its snippet: it tells which type of value the cell must be. */
final class HoleContext {

  private static final Set<String> WORD_OPERATORS =
      Set.of("contains", "matches", "memberOf", "return", "excludes");

  private HoleContext() {}

  /** The type that the property or test of {@code fact} beside the hole asks for. */
  static Optional<ValueType> typeAt(FactType fact, List<Token> tokens, int at) {
    return comparedProperty(fact, tokens, at)
        .flatMap(ValueType::comparedWith)
        .or(() -> parameter(fact, tokens, at));
  }

  /** The property in {@code property == hole}. */
  static Optional<Method> comparedProperty(FactType fact, List<Token> tokens, int at) {
    boolean compares = at >= 2 && tokens.get(at - 1).isComparison() && endsOperand(tokens, at);
    return compares ? propertyAt(fact, tokens, at - 2) : Optional.empty();
  }

  /** The property that the word at {@code at} names, where it stands alone. */
  static Optional<Method> propertyAt(FactType fact, List<Token> tokens, int at) {
    boolean alone =
        at >= 0
            && tokens.get(at).kind() == Token.Kind.WORD
            && (at == 0 || tokens.get(at - 1).isSign("(", "&&", "||", ":"));
    return alone ? FactMethods.property(fact.javaType(), tokens.get(at).text()) : Optional.empty();
  }

  private static boolean endsOperand(List<Token> tokens, int at) {
    return at + 1 == tokens.size() || tokens.get(at + 1).isSign(")", "&&", "||", ",");
  }

  private static Optional<ValueType> parameter(FactType fact, List<Token> tokens, int at) {
    boolean alone =
        at >= 2
            && tokens.get(at - 1).is("(")
            && at + 1 < tokens.size()
            && tokens.get(at + 1).is(")")
            && (at == 2 || !tokens.get(at - 3).is("."));
    if (!alone) {
      return Optional.empty();
    }
    return FactMethods.test(fact.javaType(), tokens.get(at - 2).text())
        .filter(test -> test.getParameterTypes()[0] == String.class)
        .map(test -> ValueType.TEXT);
  }

  /** Whether the hole at {@code at} stands where a value can, and nothing else. */
  static boolean isOperand(List<Token> tokens, int at) {
    if (at == 0 || (at + 1 < tokens.size() && !endsValue(tokens.get(at + 1)))) {
      return false;
    }
    Token before = tokens.get(at - 1);
    return before.isComparison()
        || before.isSign("(", ",", "&&", "||", "+", "-", "*", "/", "?", ":", "=", "]")
        || WORD_OPERATORS.contains(before.text());
  }

  private static boolean endsValue(Token after) {
    return after.isComparison()
        || after.isSign(")", ",", ";", "&&", "||", "+", "-", "*", "/", "?", ":");
  }

  /** Whether the hole is all that stands between two logical operators: a whole condition. */
  static boolean isWholeCondition(List<Token> tokens, int at) {
    boolean opens = at == 0 || tokens.get(at - 1).isSign("&&", "||") || isGroup(tokens, at - 1);
    boolean closes = at + 1 == tokens.size() || tokens.get(at + 1).isSign("&&", "||", ")", ",");
    return opens && closes;
  }

  private static boolean isGroup(List<Token> tokens, int open) {
    boolean call = open > 0 && tokens.get(open - 1).kind() == Token.Kind.WORD;
    return tokens.get(open).is("(") && !call;
  }
}
