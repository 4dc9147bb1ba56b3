package org.preclaim.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;

/** What the rows of a table state, as far as two of them can be compared. */
final class Actions {

  /** Modifiers of which one line carries one. */
  private static final List<Set<String>> EXCLUSIVE =
      List.of(Set.of("26", "TC"), Set.of("50", "LT"), Set.of("50", "RT"));

  private static final Map<Role, Pattern> SIGNS = signs();

  private final List<Column> columns;
  private final Map<Role, Column> roles = new LinkedHashMap<>();

  /** What a column of an action is for. */
  private enum Role {
    CODE,
    INSTEAD,
    SIDES,
    FORM,
    MODIFIER,
    REMOVED,
    SEVERITY
  }

  private static Map<Role, Pattern> signs() {
    Map<Role, Pattern> signs = new LinkedHashMap<>();
    signs.put(Role.CODE, Pattern.compile("\\bCodeSelected\\.of\\(\\s*\"\\$param\"\\s*,"));
    signs.put(Role.INSTEAD, Pattern.compile("\\binsteadOf\\(\\s*\"\\$param\"\\s*\\)"));
    signs.put(Role.SIDES, Pattern.compile("\\bsides\\(\\s*\"\\$param\"\\s*\\)"));
    signs.put(Role.FORM, Pattern.compile("\\bSidedCode\\.of\\(\\s*\\$\\w+\\s*,\\s*\"\\$param\""));
    signs.put(
        Role.MODIFIER,
        Pattern.compile("\\bProposal\\.addModifier\\(\\s*\\$\\w+\\s*,\\s*\"\\$param\""));
    signs.put(Role.REMOVED, Pattern.compile("\\bProposal\\.remove\\(\\s*\\$\\w+\\s*\\)"));
    signs.put(
        Role.SEVERITY,
        Pattern.compile(
            "\\b(?:Flag\\.(?:of|unreported)\\(\\s*\"[^\"]*\"\\s*,|severity\\()\\s*\"\\$param\""));
    return signs;
  }

  /**
   * What a row states.
   *
   * @param cells by column
   * @param severity the word, or empty
   */
  record Stated(Map<Integer, String> cells, String severity) {}

  Actions(PolicyTable table) {
    this.columns =
        table.columns().stream().filter(column -> column.type() == Column.Type.ACTION).toList();
    for (Column column : columns) {
      SIGNS.forEach(
          (role, sign) -> {
            if (sign.matcher(column.snippet()).find()) {
              roles.putIfAbsent(role, column);
            }
          });
    }
  }

  /** What {@code row} states beside its severity, and its severity. */
  Stated stated(PolicyRow row) {
    Map<Integer, String> cells = new TreeMap<>();
    for (Column column : columns) {
      if (!column.equals(roles.get(Role.SEVERITY))) {
        row.cell(column)
            .ifPresent(text -> cells.put(column.index(), String.join(",", items(text))));
      }
    }
    return new Stated(Map.copyOf(cells), cell(Role.SEVERITY, row));
  }

  /** The columns of actions that {@code row} fills. */
  Set<Integer> filled(PolicyRow row) {
    return columns.stream()
        .filter(column -> row.cell(column).isPresent())
        .map(Column::index)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether rows of the table can ask for opposite things at all. */
  boolean canOppose() {
    return roles.keySet().stream().anyMatch(role -> role != Role.SEVERITY);
  }

  private String cell(Role role, PolicyRow row) {
    Column column = roles.get(role);
    return column == null ? "" : row.cell(column).orElse("").strip();
  }

  private static List<String> items(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(i -> !i.isEmpty()).toList();
  }

  /** Why nobody can do what both rows ask for, where they fire on the same facts. */
  Optional<String> opposition(PolicyRow one, PolicyRow other) {
    return codes(one, other)
        .or(() -> codes(other, one))
        .or(() -> words(Role.FORM, one, other, "both sides go on "))
        .or(() -> modifiers(one, other))
        .or(() -> removal(one, other))
        .or(() -> removal(other, one));
  }

  private Optional<String> codes(PolicyRow one, PolicyRow other) {
    String code = cell(Role.CODE, one);
    String otherCode = cell(Role.CODE, other);
    if (code.isEmpty() || otherCode.isEmpty()) {
      return Optional.empty();
    }
    if (code.equals(otherCode)) {
      return words(Role.SIDES, one, other, "`" + code + "` is ");
    }
    List<String> instead = items(cell(Role.INSTEAD, one));
    if (instead.contains(otherCode)) {
      return Optional.of(
          says(one, "reports `" + code + "` instead of `" + otherCode + "`")
              + ", "
              + says(other, "reports `" + otherCode + "`"));
    }
    return items(cell(Role.INSTEAD, other)).stream()
        .filter(instead::contains)
        .findFirst()
        .map(
            replaced ->
                says(one, "replaces `" + replaced + "` by `" + code + "`")
                    + ", "
                    + says(other, "by `" + otherCode + "`"));
  }

  private Optional<String> words(Role role, PolicyRow one, PolicyRow other, String before) {
    String word = cell(role, one);
    String otherWord = cell(role, other);
    boolean differ = !word.isEmpty() && !otherWord.isEmpty() && !word.equals(otherWord);
    return differ
        ? Optional.of(
            says(one, "says that " + before + "`" + word + "`")
                + ", "
                + says(other, "`" + otherWord + "`"))
        : Optional.empty();
  }

  private Optional<String> modifiers(PolicyRow one, PolicyRow other) {
    String modifier = cell(Role.MODIFIER, one);
    String otherModifier = cell(Role.MODIFIER, other);
    boolean exclusive =
        !modifier.equals(otherModifier)
            && EXCLUSIVE.stream()
                .anyMatch(pair -> pair.contains(modifier) && pair.contains(otherModifier));
    return exclusive
        ? Optional.of(
            says(one, "adds `" + modifier + "`") + ", " + says(other, "`" + otherModifier + "`"))
        : Optional.empty();
  }

  private Optional<String> removal(PolicyRow one, PolicyRow other) {
    boolean opposed = !cell(Role.REMOVED, one).isEmpty() && !cell(Role.MODIFIER, other).isEmpty();
    return opposed
        ? Optional.of(says(one, "removes the line") + ", " + says(other, "adds a modifier to it"))
        : Optional.empty();
  }

  private static String says(PolicyRow row, String what) {
    return "`" + row.id() + "` " + what;
  }
}
