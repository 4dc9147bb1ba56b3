package org.preclaim.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.fixtures.Encounters;

class ScenarioWriterTest {

  private static final Path TABLES = Path.of("decision-tables");
  private static final String[] POLICY = {
    "NRT-1", "50706", "", "", "52341", "deny", "no", "CO", "236", "", "", "page 1"
  };

  @Test
  void cells_ofEveryShippedScenario_areReadBackAsTheSameScenario() throws IOException {
    int read = 0;
    for (Workbook workbook : shipped()) {
      List<List<String>> rows = new ArrayList<>(List.of(ScenarioWriter.LABELS));
      for (Scenario scenario : workbook.scenarios()) {
        Encounter encounter = scenario.encounter();
        assertThat(ScenarioWriter.sayable(scenario.name(), encounter)).contains(encounter);
        Map<String, String> cells =
            ScenarioWriter.cells(
                encounter, scenario.why(), scenario.expected(), scenario.outcome());
        assertThat(cells.keySet()).containsExactlyElementsOf(ScenarioWriter.LABELS);
        rows.add(List.copyOf(cells.values()));
      }
      WorkbookFixture written =
          WorkbookFixture.family(workbook.family())
              .table(TableFixture.notTogether().policy(POLICY))
              .edit(book -> write(book.getSheet("Scenarios"), rows));
      WorkbookReading reading = written.read();

      assertThat(reading.problems()).isEmpty();
      List<Scenario> back = Objects.requireNonNull(reading.workbook()).scenarios();
      assertThat(back).hasSameSizeAs(workbook.scenarios());
      for (int index = 0; index < back.size(); index++) {
        assertSame(back.get(index), workbook.scenarios().get(index));
        read++;
      }
    }
    assertThat(read).isGreaterThan(200);
  }

  private static void write(XSSFSheet sheet, List<List<String>> rows) {
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        String text = rows.get(row).get(column);
        if (!text.isEmpty()) {
          WorkbookFixture.cellAt(sheet, SheetCell.address(row, column)).setCellValue(text);
        }
      }
    }
  }

  private static void assertSame(Scenario back, Scenario scenario) {
    assertThat(back.why()).isEqualTo(scenario.why());
    assertThat(back.encounter()).isEqualTo(scenario.encounter());
    assertThat(back.expected()).isEqualTo(scenario.expected());
    assertThat(back.outcome()).isEqualTo(scenario.outcome());
  }

  @Test
  void sayable_valueThatPartsACell_isNothing() {
    Encounter plain = Encounters.of(Encounters.line(1, "50431-LT"));
    Encounter parted =
        new Encounter(
            plain.id(),
            plain.setting(),
            plain.payer(),
            plain.placeOfService(),
            plain.patient(),
            plain.billingProvider(),
            plain.diagnoses(),
            plain.lines(),
            plain.procedures(),
            List.of(new Documentation("findings", "a, b")),
            plain.history());

    assertThat(ScenarioWriter.sayable("plain", plain)).isPresent();
    assertThat(ScenarioWriter.sayable("parted", parted)).isEmpty();
  }

  private static List<Workbook> shipped() throws IOException {
    List<Workbook> workbooks = new ArrayList<>();
    try (Stream<Path> files = Files.list(TABLES)) {
      for (Path file : files.sorted().toList()) {
        if (!file.endsWith(VocabularyReader.FILE_NAME)) {
          WorkbookReading reading =
              new WorkbookReader()
                  .read(TABLES.getFileName() + "/" + file.getFileName(), Files.readAllBytes(file));
          workbooks.add(Objects.requireNonNull(reading.workbook()));
        }
      }
    }
    return workbooks;
  }
}
