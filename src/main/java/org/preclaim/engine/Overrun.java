package org.preclaim.engine;

import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.budget.Budget;

/** Says which rule an evaluation was given up in. */
final class Overrun {

  /** How the engine names the rules of a condition that failed; it offers no other way to ask. */
  private static final Pattern RULE = Pattern.compile("\\[Rule \"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final int CAUSES_MAX = 20;

  private Overrun() {}

  /** What the check says: a condition that several rules share names all of them. */
  static String detail(@Nullable Throwable failure, Firings firings) {
    SortedSet<String> rules = new TreeSet<>();
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
      namedIn(cause.getMessage(), rules);
      cause = cause.getCause();
    }
    String where =
        rules.isEmpty()
            ? firings.where()
            : "in " + rules.stream().map(Overrun::quoted).collect(Collectors.joining(", "));
    return "stopped after "
        + Budget.FAMILY.toMillis()
        + " ms"
        + (where.isEmpty() ? "" : " " + where);
  }

  private static void namedIn(@Nullable String message, SortedSet<String> rules) {
    Matcher rule = RULE.matcher(Objects.requireNonNullElse(message, ""));
    while (rule.find()) {
      rules.add(rule.group(1));
    }
  }

  private static String quoted(String rule) {
    return "`" + rule + "`";
  }
}
