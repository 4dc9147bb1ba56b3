package org.preclaim.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyFolder;
import org.preclaim.table.TableFixture;
import org.preclaim.table.WorkbookFixture;

/**
 * A release of one small table, two rules and four scenarios, of which it can be counted by hand
 * what they reach.
 */
public final class SmallRelease {

  private static final String RULES =
      """
      package preclaim.small;

      import org.preclaim.engine.language.BilledLine;
      import org.preclaim.engine.language.Flag;

      rule "SMA-901 code 55555 is denied"
      when
        $line : BilledLine( code == "55555" )
      then
        insert( Flag.of("invalid-code", "deny", $line) );
      end

      rule "SMA-902 code 66666 is denied"
      when
        $line : BilledLine( code == "66666" )
      then
        insert( Flag.of("invalid-code", "deny", $line) );
      end
      """;

  private SmallRelease() {}

  /** Writes the folder. */
  public static Path write(Path folder) {
    return write(folder, workbook());
  }

  private static Path write(Path folder, WorkbookFixture workbook) {
    try {
      Files.createDirectories(folder.resolve("decision-tables"));
      Files.createDirectories(folder.resolve("rules"));
      Files.write(folder.resolve(workbook.file()), workbook.bytes());
      Files.writeString(folder.resolve("rules/small.drl"), RULES);
      return folder;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The folder's release, compiled. */
  static CompiledRelease compiled(Path folder) throws IOException, ProblemsException {
    return CompiledRelease.compile(PolicyFolder.read(write(folder)));
  }

  /** The same with one more scenario, of a name and lines that no policy speaks of. */
  static CompiledRelease compiled(Path folder, String[] more)
      throws IOException, ProblemsException {
    WorkbookFixture workbook =
        workbook().scenario(scenario(more[0], "2026-03-03", more[1], "nothing"));
    return CompiledRelease.compile(PolicyFolder.read(write(folder, workbook)));
  }

  private static WorkbookFixture workbook() {
    return WorkbookFixture.family("small")
        .table(
            TableFixture.named("small")
                .condition("$line : BilledLine", "forall(||){code == \"$\"}", "Codes")
                .condition("$line : BilledLine", "serviceDate >= \"$param\"", "From")
                .condition("$line : BilledLine", "units > $param", "More than")
                // With more than a limit, so that it is not the workbook's lint that refuses SMA-4.
                .condition("$line : BilledLine", "units < $param, units > 0", "Less than")
                .condition(
                    "$other : BilledLine", "forall(||){code == \"$\"}, together($line)", "Beside")
                .action("insert( Flag.of(\"small\", \"$param\", $line) );")
                .words()
                .policy(row("SMA-1", "10001, 10002", "2020-01-01", "2", "", ""))
                .policy(row("SMA-2", "20001", "", "", "", "20002"))
                .policy(row("SMA-3", "30001", "", "", "", ""))
                .policy(row("SMA-4", "40001", "", "3", "2", "")))
        .scenario(scenario("enough units", "2026-03-03", "10001 x3", "SMA-1"))
        .scenario(scenario("one unit short", "2026-03-03", "10001 x2", "nothing"))
        .scenario(scenario("the day before", "2019-12-31", "10001 x3", "nothing"))
        .scenario(scenario("two together", "2026-03-03", "20001; 20002; 55555", "SMA-2, SMA-901"));
  }

  private static String[] row(
      String id, String codes, String from, String more, String less, String beside) {
    return new String[] {
      id, codes, from, more, less, beside, "deny", "it is so", "CO", "236", "", "wait", "page 1"
    };
  }

  private static String[] scenario(String name, String date, String lines, String expect) {
    return new String[] {
      name, "why", "medicare", "22", "1961-04-02", "female", date, "", lines, "", "", "", expect, ""
    };
  }
}
