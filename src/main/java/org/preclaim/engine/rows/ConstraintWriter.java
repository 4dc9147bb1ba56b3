package org.preclaim.engine.rows;

import java.util.List;
import java.util.Set;
import org.preclaim.engine.rows.HoleResolver.Unsupported;

/**
 * Writes a constraint of a pattern as a constraint of the pattern that holds row and facts: {@code
 * code == "$param"} becomes {@code line1.code == row.text(0)}. Inside {@code not} and {@code
 * exists} it stays a constraint of its own fact.
 */
final class ConstraintWriter {

  private static final Set<String> KEYWORDS =
      Set.of(
          "not",
          "in",
          "contains",
          "memberOf",
          "matches",
          "excludes",
          "str",
          "null",
          "true",
          "false");

  private static final List<String> NEVER = List.of(";", "{", "}", "=", "\"", "'", "@", "#", "\\");

  private final FactType type;
  private final String owner;
  private final String row;
  private final Scope scope;

  private ConstraintWriter(FactType type, String owner, String row, Scope scope) {
    this.type = type;
    this.owner = owner;
    this.row = row;
    this.scope = scope;
  }

  /** For the fact at {@code position} of the case. */
  static ConstraintWriter ofCase(FactType type, int position, Scope scope) {
    return new ConstraintWriter(type, type.slot(position), "row", scope);
  }

  /** For a fact that is asked for by {@code not} or {@code exists}. */
  static ConstraintWriter ofOther(FactType type, Scope scope) {
    return new ConstraintWriter(type, "", "$row", scope);
  }

  /** The constraint as code. */
  String write(List<Token> tokens) throws Unsupported {
    StringBuilder code = new StringBuilder();
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      code.append(token.before().isEmpty() || code.isEmpty() ? "" : " ");
      code.append(
          switch (token.kind()) {
            case TEXT, NUMBER -> token.text();
            case SIGN -> sign(token);
            case VALUE -> row + "." + token.text() + "(" + token.slot() + ")";
            case LIST -> list(token);
            case VARIABLE -> variable(token);
            case WORD -> word(tokens, at);
            case HOLE -> throw new IllegalStateException("an unresolved cell");
          });
    }
    return code.toString();
  }

  private static String sign(Token token) throws Unsupported {
    if (NEVER.contains(token.text())) {
      throw new Unsupported(
          -1,
          "ROWS-HEADER",
          "`" + token.text() + "` has no place in a condition",
          "a condition compares properties of one fact; write anything else as a rule");
    }
    return token.text();
  }

  private String list(Token token) {
    boolean negated = token.text().startsWith("!");
    String property = token.text().substring(negated ? 1 : 0);
    String test = row + ".lists(" + token.slot() + ", " + owned(property) + ")";
    return negated ? "!" + test : test;
  }

  private String variable(Token token) throws Unsupported {
    Scope.Meaning meaning =
        scope
            .meaning(token.text())
            .orElseThrow(
                () ->
                    new Unsupported(
                        -1,
                        "ROWS-UNBOUND",
                        "`" + token.text() + "` is bound by no pattern to the left",
                        "bind it in a pattern whose cells are always filled"));
    return owner.isEmpty() ? token.text() : meaning.expression();
  }

  private String word(List<Token> tokens, int at) throws Unsupported {
    String word = tokens.get(at).text();
    boolean member = at > 0 && tokens.get(at - 1).is(".");
    boolean operator = at > 1 && tokens.get(at - 1).is("[") && tokens.get(at - 2).is("str");
    boolean valueNext = at + 1 < tokens.size() && tokens.get(at + 1).kind() == Token.Kind.VALUE;
    if (word.equals("matches") && valueNext) {
      throw new Unsupported(
          -1,
          "ROWS-HEADER",
          "a cell is no regular expression",
          "write `str[startsWith]`, or the expression into the header");
    }
    if (member || operator || KEYWORDS.contains(word)) {
      return word;
    } else if (word.equals("this")) {
      return owner.isEmpty() ? word : owner;
    }
    boolean called = at + 1 < tokens.size() && tokens.get(at + 1).is("(");
    if (!FactMethods.knows(type.javaType(), word, called)) {
      throw new Unsupported(
          -1,
          "ROWS-WORD",
          "`" + word + "` is no word of " + type.simpleName(),
          "it has " + FactMethods.words(type.javaType()));
    }
    return owned(word);
  }

  private String owned(String word) {
    return owner.isEmpty() ? word : owner + "." + word;
  }
}
