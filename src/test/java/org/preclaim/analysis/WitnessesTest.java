package org.preclaim.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.Workbook;

class WitnessesTest {

  private static final Path FOLDER = Path.of("").toAbsolutePath();

  @Test
  void firing_eachShippedRow_isFiredByItsWitness() throws IOException, ProblemsException {
    CompiledRelease release = CompiledRelease.compile(PolicyFolder.read(FOLDER));
    Witnesses witnesses = new Witnesses(release);

    List<String> missing = new ArrayList<>();
    int rows = 0;
    for (PolicyTable table : tables(release.release())) {
      for (PolicyRow row : table.rows()) {
        Witness witness = witnesses.firing(table, row);
        rows++;
        if (!(witness instanceof Witness.Fires)) {
          missing.add(row.id() + ": " + witness);
        }
      }
    }

    assertThat(missing).isEmpty();
    assertThat(rows).isGreaterThan(50);
  }

  @Test
  void columns_ofShippedTables_areAllUnderstood() throws IOException, ProblemsException {
    for (PolicyTable table : tables(PolicyFolder.read(FOLDER))) {
      TableModel model = new TableModel(table);

      assertThat(model.unread()).as(table.name()).isEmpty();
      assertThat(table.rows()).allSatisfy(row -> assertThat(model.read(row).unread()).isEmpty());
    }
  }

  private static List<PolicyTable> tables(PolicyRelease release) {
    List<PolicyTable> tables = new ArrayList<>();
    for (Family family : release.families()) {
      Workbook workbook = family.workbook();
      if (workbook != null) {
        tables.addAll(workbook.tables());
      }
    }
    return tables;
  }
}
