package org.preclaim.decision;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change to the codes that the facts support.
 *
 * @param action what to do
 * @param line the line to change; absent for {@link Action#ADD}
 * @param code the code that results
 * @param modifiers the modifiers that result, in order
 * @param units the units that result
 * @param message the reason in plain words
 * @param policy who says so
 */
public record CodeSuggestion(
    Action action,
    @Nullable Integer line,
    String code,
    List<String> modifiers,
    BigDecimal units,
    String message,
    PolicyRef policy) {

  /** What to do with a line. */
  public enum Action {
    ADD("add"),
    REPLACE("replace"),
    REMOVE("remove"),
    /** Change modifiers or units, not the code. */
    MODIFY("modify");

    private final String word;

    Action(String word) {
      this.word = word;
    }

    /** The word used on the wire. */
    public String word() {
      return word;
    }
  }
}
