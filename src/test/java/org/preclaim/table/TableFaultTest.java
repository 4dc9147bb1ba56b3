package org.preclaim.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.preclaim.problem.Problem;

/**
 * Compares the whole text of each problem with a file. A text that changed is written to {@code
 * target/golden}; a person who likes it moves it over.
 */
class TableFaultTest {

  private static final Path GOLDEN = Path.of("src/test/resources/table/problems");
  private static final Path CHANGED = Path.of("target/golden/table");

  @TestFactory
  Stream<DynamicTest> fault_inItsWorkbook_isToldInTheseWords() {
    Map<TableFault, Supplier<List<Problem>>> cases = LintCases.byFault();
    assertThat(cases.keySet()).containsExactlyInAnyOrder(TableFault.values());
    return cases.entrySet().stream()
        .map(
            entry ->
                dynamicTest(
                    entry.getKey().code(), () -> compare(entry.getKey(), entry.getValue().get())));
  }

  private static void compare(TableFault fault, List<Problem> problems) throws IOException {
    assertThat(problems).extracting(Problem::code).contains(fault.code());
    String actual =
        problems.stream().map(Problem::toString).collect(Collectors.joining("\n", "", "\n"));
    Path golden = GOLDEN.resolve(fault.code() + ".txt");
    String expected = Files.exists(golden) ? Files.readString(golden) : "";
    if (!actual.equals(expected)) {
      Files.createDirectories(CHANGED);
      Files.writeString(CHANGED.resolve(golden.getFileName()), actual);
    }
    assertThat(actual).as("%s, see %s", golden, CHANGED).isEqualTo(expected);
  }

  @Test
  void fault_ofEachCode_isDocumented() throws IOException {
    String page = Files.readString(Path.of("docs/errors/tables.md"));
    List<String> headings =
        page.lines()
            .filter(line -> line.startsWith("## TABLE-"))
            .map(line -> line.substring(3))
            .toList();

    assertThat(headings)
        .containsExactlyElementsOf(
            Arrays.stream(TableFault.values()).map(TableFault::code).toList());
    for (TableFault fault : TableFault.values()) {
      assertThat(page).contains(fault.meaning());
    }
  }
}
