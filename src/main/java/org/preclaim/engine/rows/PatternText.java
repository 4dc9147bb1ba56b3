package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rendered pattern, taken apart.
 *
 * @param asks for a fact, for none, or whether there is one
 * @param variable what the fact is bound to, for instance {@code $line}
 * @param type the fact's type
 * @param constraints what stands between the top-level commas
 */
record PatternText(
    Asks asks, @Nullable String variable, FactType type, List<List<Token>> constraints) {

  /** What a pattern asks. */
  enum Asks {
    FACT(""),
    NONE("not"),
    SOME("exists");

    private final String word;

    Asks(String word) {
      this.word = word;
    }

    /** The word in front of the pattern. */
    String word() {
      return word;
    }
  }

  /** Thrown where the text is no pattern that rows can run with. */
  static final class NoPattern extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String help;

    NoPattern(String reason, String help) {
      super(reason);
      this.reason = reason;
      this.help = help;
    }

    String reason() {
      return reason;
    }

    String help() {
      return help;
    }
  }

  private static final String HELP =
      "write `$line : BilledLine`, `BilledLine`, `not BilledLine` or `exists BilledLine` (or"
          + " another type of fact), or write this policy as a rule";

  /** Takes a pattern apart. */
  static PatternText of(String text) throws NoPattern {
    List<Token> tokens = Token.of(text);
    int at = 0;
    Asks asks = Asks.FACT;
    for (Asks word : List.of(Asks.NONE, Asks.SOME)) {
      if (!tokens.isEmpty() && tokens.get(0).is(word.word())) {
        asks = word;
        at = 1;
      }
    }
    String variable = null;
    if (tokens.size() > at + 1 && tokens.get(at + 1).is(":")) {
      variable = tokens.get(at).text();
      at += 2;
    }
    if (tokens.size() < at + 3
        || tokens.get(at).kind() != Token.Kind.WORD
        || !tokens.get(at + 1).is("(")
        || closing(tokens, at + 1) != tokens.size() - 1) {
      throw new NoPattern("this is not one plain pattern", HELP);
    }
    return new PatternText(
        asks,
        checked(variable, asks),
        type(tokens.get(at).text()),
        split(tokens.subList(at + 2, tokens.size() - 1)));
  }

  private static @Nullable String checked(@Nullable String variable, Asks asks) throws NoPattern {
    if (variable != null && !variable.matches("\\$[A-Za-z]\\w*")) {
      throw new NoPattern("`" + variable + "` is no name for a fact", "write `$line :`");
    }
    if (variable != null && asks != Asks.FACT) {
      throw new NoPattern("`" + asks.word() + "` binds no fact", "leave `" + variable + " :` out");
    }
    return variable;
  }

  private static FactType type(String name) throws NoPattern {
    return FactType.named(name)
        .orElseThrow(
            () ->
                new NoPattern(
                    "rows do not match `" + name + "`",
                    "rows match " + FactType.names() + "; what rows state is matched by rules"));
  }

  /** The index of the bracket that closes the one at {@code open}, or -1. */
  static int closing(List<Token> tokens, int open) {
    int depth = 0;
    for (int at = open; at < tokens.size(); at++) {
      if (tokens.get(at).isSign("(", "[", "{")) {
        depth++;
      } else if (tokens.get(at).isSign(")", "]", "}") && --depth == 0) {
        return at;
      }
    }
    return -1;
  }

  /** What stands between the top-level commas. */
  static List<List<Token>> split(List<Token> tokens) {
    List<List<Token>> constraints = new ArrayList<>();
    List<Token> open = new ArrayList<>();
    int depth = 0;
    for (Token token : tokens) {
      depth += token.isSign("(", "[", "{") ? 1 : token.isSign(")", "]", "}") ? -1 : 0;
      if (depth == 0 && token.is(",")) {
        constraints.add(open);
        open = new ArrayList<>();
      } else {
        open.add(token);
      }
    }
    if (!open.isEmpty() || !constraints.isEmpty()) {
      constraints.add(open);
    }
    return constraints;
  }
}
