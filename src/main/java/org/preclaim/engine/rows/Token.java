package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A word or sign of a rendered snippet.
 *
 * @param kind what it is
 * @param text as written
 * @param before the blanks in front of it
 * @param slot the value it stands for where it is a {@link Kind#VALUE} or {@link Kind#LIST}
 */
record Token(Kind kind, String text, String before, int slot) {

  /** What a token is. */
  enum Kind {
    /** A quoted text. */
    TEXT,
    /** A stand-in for a cell outside quotes. */
    HOLE,
    /** A variable: {@code $line}. */
    VARIABLE,
    WORD,
    NUMBER,
    SIGN,
    /** A value of the row; its text is the accessor. */
    VALUE,
    /** A list of the row. */
    LIST
  }

  /** A quoted text of a header, with Java's escapes, in either kind of quotes. */
  private static final String QUOTED = "\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'";

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<text>"
              + QUOTED
              + ")|(?<hole>"
              + Placeholders.PATTERN
              + ")|(?<variable>\\$\\w+)|(?<word>[\\p{L}_]\\w*)|(?<number>\\d[\\w.]*)"
              + "|(?<sign>==|!=|<=|>=|&&|\\|\\||\\S)|\\s+",
          Pattern.DOTALL);

  /** The tokens of {@code source}. */
  static List<Token> of(String source) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(source);
    String before = "";
    while (matcher.find()) {
      Kind kind = kind(matcher);
      if (kind == null) {
        before = matcher.group();
      } else {
        tokens.add(new Token(kind, matcher.group(), before, -1));
        before = "";
      }
    }
    return tokens;
  }

  private static @Nullable Kind kind(Matcher matcher) {
    if (matcher.group("text") != null) {
      return Kind.TEXT;
    } else if (matcher.group("hole") != null) {
      return Kind.HOLE;
    } else if (matcher.group("variable") != null) {
      return Kind.VARIABLE;
    } else if (matcher.group("word") != null) {
      return Kind.WORD;
    } else if (matcher.group("number") != null) {
      return Kind.NUMBER;
    }
    return matcher.group("sign") != null ? Kind.SIGN : null;
  }

  /**
   * Whether all of {@code literal} is one quoted text. A loop, because a cell may be longer than
   * what a regular expression can match without running out of stack.
   */
  static boolean isQuotedText(String literal) {
    int last = literal.length() - 1;
    if (last < 1 || (literal.charAt(0) != '"' && literal.charAt(0) != '\'')) {
      return false;
    }
    for (int at = 1; at < last; at++) {
      if (literal.charAt(at) == literal.charAt(0)) {
        return false;
      }
      at += literal.charAt(at) == '\\' ? 1 : 0;
      if (at == last) {
        return false;
      }
    }
    return literal.charAt(last) == literal.charAt(0);
  }

  boolean is(String expected) {
    return text.equals(expected) && kind != Kind.TEXT;
  }

  boolean isSign(String... signs) {
    return kind == Kind.SIGN && List.of(signs).contains(text);
  }

  boolean isComparison() {
    return isSign("==", "!=", "<", ">", "<=", ">=");
  }

  boolean hasHole() {
    return text.indexOf(Placeholders.MARK) >= 0;
  }

  /** A word or sign that a rewriting puts in. */
  static Token made(Kind kind, String text, int slot) {
    return new Token(kind, text, " ", slot);
  }

  /** The same place, filled by value {@code index} of the row. */
  Token asValue(ValueType type, int index) {
    return new Token(Kind.VALUE, type.accessor(), before, index);
  }
}
