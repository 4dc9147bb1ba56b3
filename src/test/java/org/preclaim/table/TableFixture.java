package org.preclaim.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A policy table under construction. Neighbouring columns of one object type are merged. */
public final class TableFixture {

  private static final List<String> WORDS =
      List.of("message", "group", "carc", "rarc", "remedies", "citation");

  private final String name;
  private final List<String> types = new ArrayList<>();
  private final List<String> objectTypes = new ArrayList<>();
  private final List<String> snippets = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final List<List<String>> policies = new ArrayList<>();

  private TableFixture(String name) {
    this.name = name;
    column("NAME", "", "", "Policy");
  }

  /** A table with the column of ids. */
  public static TableFixture named(String name) {
    return new TableFixture(name);
  }

  /**
   * A table of codes that are not reported together: id, codes, other codes, from, until, severity,
   * and the six words of a finding.
   */
  public static TableFixture notTogether() {
    return named("Not together")
        .condition("$line : BilledLine", "forall(||){code == \"$\"}", "Codes")
        .condition("$line : BilledLine", "serviceDate >= \"$param\"", "From")
        .condition("$line : BilledLine", "serviceDate < \"$param\"", "Until")
        .condition("$other : BilledLine", "code == \"$param\"", "Not with")
        .action("insert( Flag.of(\"not-reported-together\", \"$param\", $line).with($other) );")
        .words();
  }

  /** Adds a condition column. */
  public TableFixture condition(String objectType, String snippet, String label) {
    return column("CONDITION", objectType, snippet, label);
  }

  /** Adds an action column. */
  public TableFixture action(String snippet) {
    return column("ACTION", "", snippet, "Severity");
  }

  /** Adds the metadata columns message, group, carc, rarc, remedies, citation. */
  public TableFixture words() {
    WORDS.forEach(word -> column("METADATA", "", word + "(\"$param\")", word));
    return this;
  }

  /** Adds any column. */
  public TableFixture column(String type, String objectType, String snippet, String label) {
    types.add(type);
    objectTypes.add(objectType);
    snippets.add(snippet);
    labels.add(label);
    return this;
  }

  /** Adds a policy: a text for each column, blank ones empty. */
  public TableFixture policy(String... cells) {
    policies.add(Arrays.asList(cells));
    return this;
  }

  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("RuleTable " + name));
    rows.add(types);
    rows.add(objectTypes);
    rows.add(snippets);
    rows.add(labels);
    rows.addAll(policies);
    return rows;
  }

  /** First and last column of each object type that spans several. */
  List<int[]> merges() {
    List<int[]> merges = new ArrayList<>();
    int first = 0;
    for (int column = 1; column <= objectTypes.size(); column++) {
      boolean same =
          column < objectTypes.size() && objectTypes.get(column).equals(objectTypes.get(first));
      if (!same) {
        if (column - first > 1 && !objectTypes.get(first).isEmpty()) {
          merges.add(new int[] {first, column - 1});
        }
        first = column;
      }
    }
    return merges;
  }
}
