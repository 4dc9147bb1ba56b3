package org.preclaim.table;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is planted into the workbooks that ship, the cell that is named is the planted one. */
class PlantedProblemsTest {

  /** Planted into the files themselves by {@link PlantedFilesTest}. */
  private static final Set<TableFault> IN_FILES =
      EnumSet.of(
          TableFault.NOT_A_WORKBOOK,
          TableFault.ENDING,
          TableFault.TOO_LARGE,
          TableFault.ZIP_BOMB,
          TableFault.MACRO,
          TableFault.EXTERNAL_LINK,
          TableFault.MERGED_CELLS,
          TableFault.FORMULA,
          TableFault.NUMBER,
          TableFault.NOT_TEXT);

  /** Planted beside official files by {@link PlantedCodesTest}. */
  private static final Set<TableFault> OF_OFFICIAL_FILES =
      EnumSet.of(
          TableFault.CODE_UNKNOWN,
          TableFault.CODE_RETIRED,
          TableFault.DIAGNOSIS_UNKNOWN,
          TableFault.DIAGNOSIS_RETIRED,
          TableFault.DIAGNOSIS_HEADER,
          TableFault.CARC_UNKNOWN,
          TableFault.RARC_UNKNOWN,
          TableFault.RARC_STOPPED);

  /** No shipped table has two limits of one number; {@link LintCases} has one. */
  private static final Set<TableFault> WITHOUT_A_CELL = EnumSet.of(TableFault.LIMITS_REVERSED);

  private static ShippedBooks shipped;

  @BeforeAll
  static void read() throws IOException {
    shipped = ShippedBooks.read();
  }

  @Test
  void faults_all_arePlantedSomewhere() {
    Set<TableFault> planted = EnumSet.copyOf(Plants.byFault().keySet());
    planted.add(TableFault.VOCABULARY);
    planted.addAll(IN_FILES);
    planted.addAll(OF_OFFICIAL_FILES);
    planted.addAll(WITHOUT_A_CELL);

    assertThat(planted).containsExactly(TableFault.values());
  }

  @TestFactory
  Stream<DynamicTest> fault_plantedAtARandomCell_isReportedThere() {
    return Plants.byFault().entrySet().stream()
        .map(
            entry ->
                dynamicTest(entry.getKey().code(), () -> plant(entry.getKey(), entry.getValue())));
  }

  private static void plant(TableFault fault, Plants.Plant plant) {
    Random random = ShippedBooks.random(fault);
    for (int time = 0; time < ShippedBooks.TIMES; time++) {
      PlantedBook book = shipped.any(random);
      Planting planting = plant.in(book);
      for (int other = 0; planting == null && other < 1_000; other++) {
        book = shipped.any(random);
        planting = plant.in(book);
      }
      assertThat(planting).as("a workbook has a cell for %s", fault).isNotNull();
      PlantedReport.of(fault, requireNonNull(planting))
          .check(shipped.problems(book), ShippedBooks.which(time));
    }
  }

  @Test
  void vocabulary_withARandomCellSpoilt_isReportedThere() {
    Random random = ShippedBooks.random(TableFault.VOCABULARY);
    for (int time = 0; time < ShippedBooks.TIMES; time++) {
      TreeMap<Integer, Grid.Row> rows =
          new TreeMap<>(requireNonNull(shipped.words().get("Vocabulary")).rows());
      int row = 1 + random.nextInt(rows.size() - 1);
      int column = random.nextInt(2);
      TreeMap<Integer, Grid.Cell> cells = new TreeMap<>(requireNonNull(rows.get(row)).cells());
      cells.put(column, new Grid.Cell("No Such_Word", SheetCell.NOT_MERGED, false));
      rows.put(row, new Grid.Row(false, cells));
      Map<String, Grid> spoilt = new LinkedHashMap<>(shipped.words());
      spoilt.put("Vocabulary", new Grid("Vocabulary", rows));
      String cell = SheetCell.address(row, column);

      assertThat(ShippedBooks.vocabulary(spoilt).problems())
          .as(ShippedBooks.which(time))
          .singleElement()
          .extracting(problem -> problem.place() + " " + problem.code())
          .isEqualTo("decision-tables/vocabulary.xlsx!Vocabulary!" + cell + " TABLE-VOCABULARY");
    }
  }
}
