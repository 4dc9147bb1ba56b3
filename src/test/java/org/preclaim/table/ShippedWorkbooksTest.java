package org.preclaim.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preclaim.problem.Problem;

/** The workbooks that ship, read and linted: no false alarm on what people really write. */
class ShippedWorkbooksTest {

  private static final Path TABLES = Path.of("decision-tables");

  @Test
  void workbooks_thatShip_haveNoProblems() throws IOException {
    assumeTrue(Files.isDirectory(TABLES), "skipped: there is no folder decision-tables");
    List<Problem> problems = new ArrayList<>();
    Path words = TABLES.resolve(VocabularyReader.FILE_NAME);
    VocabularyReading vocabulary =
        new VocabularyReader().read(words.toString(), Files.readAllBytes(words));
    problems.addAll(vocabulary.problems());
    List<Workbook> workbooks = new ArrayList<>();
    for (Path file : files()) {
      WorkbookReading reading =
          new WorkbookReader()
              .read(TABLES.getFileName() + "/" + file.getFileName(), Files.readAllBytes(file));
      problems.addAll(reading.problems());
      Workbook workbook = reading.workbook();
      if (workbook != null) {
        workbooks.add(workbook);
      }
    }
    problems.addAll(new WorkbookLint(vocabulary.vocabulary()).check(workbooks));

    assertThat(problems).isEmpty();
    assertThat(workbooks).hasSameSizeAs(files());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> found = Files.list(TABLES)) {
      return found
          .filter(file -> file.toString().endsWith(".xlsx"))
          .filter(file -> !file.endsWith(VocabularyReader.FILE_NAME))
          .sorted()
          .toList();
    }
  }
}
