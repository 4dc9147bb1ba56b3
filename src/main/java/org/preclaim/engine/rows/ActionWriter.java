package org.preclaim.engine.rows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.preclaim.engine.rows.HoleResolver.Unsupported;

/** Writes an action with the row's values where Drools would paste the cells. */
final class ActionWriter {

  /** A variable declared in one column may be used in the next: no block may part them. */
  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?:^|[;{])\\s*(?:final\\s+)?[A-Za-z][\\w.<>\\[\\], ]*\\s+(\\$?\\w+)\\s*=[^=]");

  private final Map<Integer, Form> forms;
  private final Slots slots;

  ActionWriter(Map<Integer, Form> forms, Slots slots) {
    this.forms = forms;
    this.slots = slots;
  }

  /** The variables that an action declares, for itself and the actions after it. */
  static Set<String> declared(String action) {
    return DECLARATION
        .matcher(action)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  /** Whether an action speaks of the variable {@code name}. */
  static boolean uses(String action, String name) {
    return Pattern.compile("(?<![\\w$.])" + Pattern.quote(name) + "(?!\\w)").matcher(action).find();
  }

  /**
   * The action as code.
   *
   * @param optional whether the cell may be blank, and then nothing is done
   */
  String write(String action, boolean optional) throws Unsupported {
    List<Token> tokens = new HoleResolver(null, forms, slots).resolve(Token.of(action));
    StringBuilder code = new StringBuilder();
    int guard = -1;
    for (Token token : tokens) {
      code.append(token.before());
      if (token.kind() == Token.Kind.VALUE) {
        code.append("$row.").append(token.text()).append('(').append(token.slot()).append(')');
        guard = guard < 0 ? token.slot() : guard;
      } else {
        code.append(token.text());
      }
    }
    return optional && guard >= 0
        ? "if (!$row.blank(" + guard + ")) { " + code + " }"
        : code.toString();
  }
}
