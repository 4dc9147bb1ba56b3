package org.preclaim.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.TableFixture;
import org.preclaim.table.Workbook;
import org.preclaim.table.WorkbookFixture;
import org.preclaim.table.WorkbookReading;

/** Generated rows in the native format, as a workbook's bytes and as a release. */
public final class GeneratedRelease {

  private static final String MESSAGE = "{code} on line {line} meets a made-up policy";
  private static final String CITATION = "made up";

  private GeneratedRelease() {}

  /** A workbook with a table for each kind of row that there is. */
  public static WorkbookFixture workbook(String family, List<GeneratedRow> rows) {
    TableFixture single = single();
    TableFixture pair =
        TableFixture.named("pair")
            .condition("$line : BilledLine", "code == \"$param\"", "Code")
            .condition("$other : BilledLine", "code == \"$param\", together($line)", "Not with")
            .action("insert( Flag.of(\"not-reported-together\", \"$param\", $line).with($other) );")
            .words();
    TableFixture addOn =
        TableFixture.named("add-on")
            .condition("$line : BilledLine", "code == \"$param\"", "Code")
            .condition(
                "$line : BilledLine", "forall(&&){alsoReported(\"$\") == false}", "Primaries")
            .action("insert( Flag.of(\"add-on-without-primary\", \"$param\", $line) );")
            .words();
    TableFixture documented =
        TableFixture.named("documented")
            .condition("$line : BilledLine", "code == \"$param\"", "Code")
            .condition(
                "$line : BilledLine",
                "$missing : undocumented(\"$param\"), $missing.size > 0",
                "Elements")
            .action(
                "insert( Flag.of(\"documentation-missing\", \"$param\", $line).missing($missing) );")
            .words();
    for (GeneratedRow row : rows) {
      if (row instanceof GeneratedRow.Single) {
        single.policy(cells(row));
      } else if (row instanceof GeneratedRow.Pair) {
        pair.policy(cells(row));
      } else if (row instanceof GeneratedRow.AddOn) {
        addOn.policy(cells(row));
      } else {
        documented.policy(cells(row));
      }
    }
    WorkbookFixture workbook = WorkbookFixture.family(family).table(single);
    boolean all = rows.stream().anyMatch(row -> !(row instanceof GeneratedRow.Single));
    return all ? workbook.table(pair).table(addOn).table(documented) : workbook;
  }

  private static TableFixture single() {
    return TableFixture.named("single")
        .condition("$line : BilledLine", "code == \"$param\"", "Code")
        .condition("$line : BilledLine", "forall(||){pointsTo(\"$\")}", "Diagnoses")
        .condition("$line : BilledLine", "age >= $param", "Age from")
        .condition("$line : BilledLine", "age <= $param", "Age to")
        .condition("$line : BilledLine", "hasModifier(\"$param\") == false", "Without")
        .action("insert( Flag.of(\"medical-necessity\", \"$param\", $line) );")
        .words();
  }

  private static String[] cells(GeneratedRow row) {
    List<String> cells = new ArrayList<>(List.of(row.id(), row.code()));
    if (row instanceof GeneratedRow.Single single) {
      cells.add(String.join(", ", single.diagnoses()));
      cells.add(Integer.toString(single.ageMin()));
      cells.add(Integer.toString(single.ageMax()));
      cells.add(single.modifierAbsent());
    } else if (row instanceof GeneratedRow.Pair pair) {
      cells.add(pair.other());
    } else if (row instanceof GeneratedRow.AddOn addOn) {
      cells.add(String.join(", ", addOn.primaries()));
    } else if (row instanceof GeneratedRow.Documented documented) {
      cells.add(String.join(", ", documented.elements()));
    }
    cells.addAll(List.of("deny", MESSAGE, "CO", "50", "", "remove line {line}", CITATION));
    return cells.toArray(String[]::new);
  }

  /** A release of these families; each reads and checks its workbook like a file. */
  public static PolicyRelease of(Map<String, List<GeneratedRow>> rowsByFamily) {
    List<Family> families = new ArrayList<>();
    new TreeMap<>(rowsByFamily)
        .forEach((name, rows) -> families.add(new Family(name, read(workbook(name, rows)), null)));
    return of(families);
  }

  private static PolicyRelease of(Collection<Family> families) {
    return new PolicyRelease(
        new ReleaseRef("sha256:generated", "generated"),
        List.of(),
        List.copyOf(families),
        new Vocabulary(Map.of()),
        Map.of());
  }

  /** A release of one family with as many tables of single lines as there are lists of rows. */
  public static PolicyRelease ofTables(List<List<GeneratedRow>> rowsByTable) {
    WorkbookFixture workbook = WorkbookFixture.family("generated");
    for (List<GeneratedRow> rows : rowsByTable) {
      TableFixture table = single();
      rows.forEach(row -> table.policy(cells(row)));
      workbook.table(table);
    }
    return of(List.of(new Family("generated", read(workbook), null)));
  }

  /** A release of one family. */
  public static PolicyRelease of(List<GeneratedRow> rows) {
    return of(Map.of("generated", rows));
  }

  private static Workbook read(WorkbookFixture fixture) {
    WorkbookReading reading = fixture.read();
    Workbook workbook = reading.workbook();
    if (workbook == null || !reading.problems().isEmpty()) {
      throw new IllegalStateException("generated workbook: " + reading.problems());
    }
    return workbook;
  }
}
