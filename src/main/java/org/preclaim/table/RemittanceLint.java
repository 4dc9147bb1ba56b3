package org.preclaim.table;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what the policies of a table say a remittance advice would answer. */
final class RemittanceLint {

  private static final Set<String> COLUMNS = Set.of("group", "carc", "rarc");
  private static final Set<String> GROUPS = new TreeSet<>(Set.of("CO", "PR", "OA", "PI"));
  private static final Pattern CARC = Pattern.compile("[1-9][0-9]{0,2}|[A-Z][0-9]{1,2}");
  private static final Pattern RARC = Pattern.compile("(?:N|MA?)[1-9][0-9]{0,3}");

  /** Reason codes that say nothing without a remark code. */
  private static final Set<String> NEEDING_RARC = Set.of("16", "96", "129", "226", "234", "252");

  /**
   * Reason codes with the first day on which they are no longer used; the few that are known
   * without the official list, which is not shipped.
   */
  private static final Map<String, LocalDate> STOPPED = Map.of("125", LocalDate.of(2013, 11, 1));

  private static final String DUPLICATE = "18";

  private final PolicyTable table;
  private final Report report;
  private final RowDates dates;

  RemittanceLint(PolicyTable table, Report report) {
    this.table = table;
    this.report = report;
    this.dates = RowDates.of(table);
  }

  /** Which list the codes of {@code column} stand on, where it holds any. */
  static Optional<Mention.Kind> kindOf(Column column) {
    return column
        .metadataName()
        .flatMap(
            name ->
                switch (name) {
                  case "carc" -> Optional.of(Mention.Kind.REASON);
                  case "rarc" -> Optional.of(Mention.Kind.REMARK);
                  default -> Optional.empty();
                });
  }

  /** Whether more can be said of {@code code} by who has the list; what is said here is enough. */
  static boolean leavesToTheList(Mention.Kind kind, String code) {
    Pattern shape = kind == Mention.Kind.REASON ? CARC : RARC;
    return shape.matcher(code).matches() && !STOPPED.containsKey(code);
  }

  /** Whether the table says it all; one that says only part of it is told once, at its head. */
  boolean isComplete() {
    Set<String> missing = new TreeSet<>(COLUMNS);
    table.columns().forEach(column -> column.metadataName().ifPresent(missing::remove));
    if (!missing.isEmpty() && missing.size() < COLUMNS.size()) {
      report.cell(
          TableFault.MISSING_HEADER,
          table.sheet(),
          table.row(),
          0,
          "the policy table has no column for `"
              + String.join("`, `", missing)
              + "`, but for the rest of what a remittance answers",
          "add a column `METADATA` for each, or none at all");
    }
    return missing.isEmpty();
  }

  void check(PolicyRow policy) {
    String group = policy.metadata("group").orElse("");
    String carc = policy.metadata("carc").orElse("");
    String rarc = policy.metadata("rarc").orElse("");
    if (group.isEmpty() && carc.isEmpty() && rarc.isEmpty()) {
      return;
    }
    checkGroup(policy, group, carc);
    checkCarc(policy, carc);
    checkRarc(policy, carc, rarc);
  }

  private void checkGroup(PolicyRow policy, String group, String carc) {
    String expected = "expected one of `" + String.join("`, `", GROUPS) + "`";
    if (group.isEmpty()) {
      problem(TableFault.GROUP, policy, "group", "the policy has no group code; " + expected, null);
    } else if (!GROUPS.contains(group)) {
      problem(
          TableFault.GROUP,
          policy,
          "group",
          "`" + group + "` is not a group code; " + expected,
          null);
    } else if (carc.equals(DUPLICATE) && !group.equals("OA")) {
      problem(
          TableFault.GROUP,
          policy,
          "group",
          "`" + group + "` does not go with reason code 18; expected `OA`",
          null);
    }
  }

  private void checkCarc(PolicyRow policy, String carc) {
    if (carc.isEmpty()) {
      problem(
          TableFault.CARC,
          policy,
          "carc",
          "the policy has a group or remark code but no reason code",
          null);
    } else if (!CARC.matcher(carc).matches()) {
      problem(
          TableFault.CARC,
          policy,
          "carc",
          "`" + carc + "` is not a reason code; expected one such as `97` or `B15`",
          null);
    }
    checkStopped(policy, carc);
  }

  /** A row that still holds on the day on which its reason code stops promises what nobody says. */
  private void checkStopped(PolicyRow policy, String carc) {
    LocalDate stopped = STOPPED.get(carc);
    EffectiveDates held = dates.of(policy).orElse(null);
    if (stopped != null && held != null && held.overlap(new EffectiveDates(stopped, null))) {
      problem(
          TableFault.CARC_STOPPED,
          policy,
          "carc",
          "reason code `" + carc + "` is not used from `" + stopped + "` on",
          "name the code that takes its place, or end the policy on that day");
    }
  }

  private void checkRarc(PolicyRow policy, String carc, String rarc) {
    if (rarc.isEmpty() && NEEDING_RARC.contains(carc)) {
      problem(
          TableFault.RARC,
          policy,
          "rarc",
          "reason code " + carc + " needs a remark code; expected at least one",
          "name the remark that says what is missing, for instance `N706`");
    }
    Set<String> said = new TreeSet<>();
    for (String item : Items.of(rarc)) {
      if (!said.add(item)) {
        problem(
            TableFault.REPEATED,
            policy,
            "rarc",
            "`" + item + "` stands in the list already",
            ItemLint.ONCE);
      } else if (!RARC.matcher(item).matches()) {
        problem(
            TableFault.RARC,
            policy,
            "rarc",
            "`" + item + "` is not a remark code; expected one such as `N122` or `MA130`",
            null);
      }
    }
  }

  private void problem(
      TableFault fault, PolicyRow policy, String name, String message, @Nullable String help) {
    int column =
        table.columns().stream()
            .filter(found -> found.metadataName().equals(Optional.of(name)))
            .mapToInt(Column::index)
            .findFirst()
            .orElse(policy.idColumn());
    report.cell(fault, table.sheet(), policy.row(), column, message, help);
  }
}
