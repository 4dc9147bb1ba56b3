package org.preclaim.table;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of a policy table: what its cells mean.
 *
 * @param index from 0, counted from the sheet's first column
 * @param type what Drools makes of its cells
 * @param objectType the pattern its snippet belongs to, for instance {@code $line : BilledLine};
 *     absent where the snippet stands alone
 * @param patternStart first column of the pattern, equal to {@code index} where it has a pattern of
 *     its own
 * @param snippet the code into which a cell's text goes; empty for names and descriptions
 * @param label what people read above it
 */
public record Column(
    int index,
    Type type,
    @Nullable String objectType,
    int patternStart,
    String snippet,
    String label) {

  private static final Pattern METADATA =
      Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern QUOTED = Pattern.compile("\\s*\"(.*)\"\\s*", Pattern.DOTALL);
  private static final Pattern FACT =
      Pattern.compile("(?:\\$?\\w+\\s*:\\s*)?([A-Z]\\w*)\\s*(?:\\(.*)?", Pattern.DOTALL);

  /** What Drools makes of the cells of a column. */
  public enum Type {
    /** The policy id. */
    NAME,
    /** A remark that is not evaluated. */
    DESCRIPTION,
    /** A constraint on a fact. */
    CONDITION,
    /** What the row states. */
    ACTION,
    /** Words that travel with the row: message, citation and so on. */
    METADATA,
    /** Firing order. */
    PRIORITY;

    /** The type written as {@code text}, in full and in any case. */
    static Optional<Type> of(String text) {
      for (Type type : values()) {
        if (type.name().equals(text.toUpperCase(Locale.ROOT))) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }

    /** Whether a cell of the column goes into a snippet. */
    public boolean needsSnippet() {
      return switch (this) {
        case CONDITION, ACTION, METADATA -> true;
        case NAME, DESCRIPTION, PRIORITY -> false;
      };
    }
  }

  /** The metadata's name, for instance {@code citation}; empty for columns of other types. */
  public Optional<String> metadataName() {
    Matcher snippetParts = METADATA.matcher(snippet.strip());
    return type == Type.METADATA && snippetParts.matches()
        ? Optional.of(snippetParts.group(1))
        : Optional.empty();
  }

  /** The metadata's value where a cell of this column holds {@code text}. */
  String metadataValue(String text) {
    Matcher snippetParts = METADATA.matcher(snippet.strip());
    if (!snippetParts.matches()) {
      return text;
    }
    Matcher quoted = QUOTED.matcher(snippetParts.group(2));
    String argument = quoted.matches() ? quoted.group(1) : snippetParts.group(2);
    return argument.replace("$param", text);
  }

  /**
   * The fact that a pattern of this column asks to exist, for instance {@code BilledLine}; empty
   * for {@code not}, {@code exists} and whatever else is no plain pattern.
   */
  public Optional<String> positiveFact() {
    if (type != Type.CONDITION || objectType == null) {
      return Optional.empty();
    }
    Matcher fact = FACT.matcher(objectType.strip());
    return fact.matches() ? Optional.of(fact.group(1)) : Optional.empty();
  }

  /** Whether the snippet is repeated for each item of a comma-separated cell. */
  public boolean isForAll() {
    return snippet.stripLeading().startsWith("forall");
  }
}
