package org.preclaim.table;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Vocabulary;

/** Checks the values of one policy table. */
final class TableLint {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}|[{}]");
  private static final Set<String> PLACEHOLDERS =
      new TreeSet<>(
          Set.of(
              "line",
              "code",
              "date",
              "units",
              "modifiers",
              "others",
              "otherLines",
              "missing",
              "suggested",
              "payer"));

  private final PolicyTable table;
  private final ItemLint items;
  private final Report report;
  private final Map<Integer, CellMeaning> meanings = new TreeMap<>();
  private final Set<Integer> listColumns = new TreeSet<>();
  private final Map<String, Integer> columnByMetadata = new TreeMap<>();

  TableLint(PolicyTable table, Vocabulary vocabulary, Report report) {
    this.table = table;
    this.items = new ItemLint(vocabulary);
    this.report = report;
    // Once for each column, because snippets take far longer to understand than cells.
    for (Column column : table.columns()) {
      meanings.put(column.index(), CellMeaning.of(column));
      if (CellMeaning.takesList(column)) {
        listColumns.add(column.index());
      }
      column.metadataName().ifPresent(name -> columnByMetadata.put(name, column.index()));
    }
  }

  void check() {
    RemittanceLint remittance = new RemittanceLint(table, report);
    boolean answered = remittance.isComplete();
    LimitsLint limits = new LimitsLint(table, report);
    new OverlapLint(table, report).check();
    for (PolicyRow policy : table.rows()) {
      checkCells(policy);
      checkMessage(policy);
      checkPresent(policy, "citation", TableFault.MISSING_CITATION);
      if (answered) {
        remittance.check(policy);
      }
      limits.check(policy);
    }
  }

  private void checkCells(PolicyRow policy) {
    LocalDate from = null;
    LocalDate until = null;
    int untilColumn = 0;
    for (Column column : table.columns()) {
      String text = policy.cell(column).orElse("");
      if (text.isEmpty()) {
        continue;
      }
      CellMeaning meaning = meanings.getOrDefault(column.index(), new CellMeaning.Text());
      LocalDate date = checkCell(policy, column, meaning, text);
      if (meaning instanceof CellMeaning.From) {
        from = date;
      } else if (meaning instanceof CellMeaning.Until) {
        until = date;
        untilColumn = column.index();
      }
    }
    if (from != null && until != null && !from.isBefore(until)) {
      problem(
          TableFault.DATES_REVERSED,
          policy,
          untilColumn,
          String.format(
              Locale.ROOT,
              "the policy ends on `%s` but begins on `%s`; it would never be in effect",
              until,
              from),
          "the end is the first day on which the policy no longer holds");
    }
  }

  /** Checks one cell; gives its date where it means one. */
  private @Nullable LocalDate checkCell(
      PolicyRow policy, Column column, CellMeaning meaning, String text) {
    if (meaning instanceof CellMeaning.From
        || meaning instanceof CellMeaning.Until
        || meaning instanceof CellMeaning.Day) {
      return checkDate(policy, column, text);
    }
    Map<String, String> said = new HashMap<>();
    for (String item : items(column, text)) {
      ItemLint.Complaint complaint = items.check(meaning, item);
      if (complaint == null) {
        complaint = ItemLint.repeated(meaning, item, said);
      }
      if (complaint != null) {
        problem(complaint.fault(), policy, column.index(), complaint.message(), complaint.help());
      }
    }
    return null;
  }

  private List<String> items(Column column, String text) {
    return listColumns.contains(column.index()) ? Items.withGaps(text) : List.of(text);
  }

  private @Nullable LocalDate checkDate(PolicyRow policy, Column column, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      problem(
          TableFault.DATE,
          policy,
          column.index(),
          "`" + text + "` is not a date; expected the form `2025-01-31`",
          null);
      return null;
    }
  }

  private void checkMessage(PolicyRow policy) {
    checkPresent(policy, "message", TableFault.MISSING_MESSAGE);
    Matcher placeholder = PLACEHOLDER.matcher(policy.metadata("message").orElse(""));
    while (placeholder.find()) {
      String name = placeholder.group(1);
      if (name == null || !PLACEHOLDERS.contains(name)) {
        problem(
            TableFault.MESSAGE_PLACEHOLDER,
            policy,
            columnOf("message"),
            "nothing fills `"
                + placeholder.group()
                + "`; expected one of `{"
                + String.join("}`, `{", PLACEHOLDERS)
                + "}`",
            name == null
                ? null
                : Vocabulary.nearest(PLACEHOLDERS, name)
                    .map(near -> "did you mean `{" + near + "}`?")
                    .orElse(null));
      }
    }
  }

  private void checkPresent(PolicyRow policy, String name, TableFault fault) {
    if (columnByMetadata.containsKey(name) && policy.metadata(name).isEmpty()) {
      problem(fault, policy, columnOf(name), "the policy has no " + name, null);
    }
  }

  private int columnOf(String metadata) {
    return columnByMetadata.getOrDefault(metadata, 0);
  }

  private void problem(
      TableFault fault, PolicyRow policy, int column, String message, @Nullable String help) {
    report.cell(fault, table.sheet(), policy.row(), column, message, help);
  }
}
