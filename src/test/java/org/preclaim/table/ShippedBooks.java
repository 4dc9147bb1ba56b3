package org.preclaim.table;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.preclaim.fixtures.Seed;
import org.preclaim.problem.Problem;

/**
 * The workbooks that ship, read once, for planting something into them.
 *
 * @param bytes the files by path
 * @param sheets their text by path
 * @param models what the reader makes of them, by path
 * @param words the text of the vocabulary
 */
record ShippedBooks(
    Map<String, byte[]> bytes,
    Map<String, Map<String, Grid>> sheets,
    Map<String, Workbook> models,
    Map<String, Grid> words) {

  /** How often each fault is planted. */
  static final int TIMES = Integer.getInteger("preclaim.plants", 25);

  private static final Path TABLES = Path.of("decision-tables");

  static ShippedBooks read() throws IOException {
    System.out.println("plants: " + TIMES + " times each, seed " + Seed.VALUE);
    Map<String, byte[]> bytes = new TreeMap<>();
    Map<String, Map<String, Grid>> sheets = new TreeMap<>();
    Map<String, Workbook> models = new TreeMap<>();
    Map<String, Grid> words = Map.of();
    try (Stream<Path> files = Files.list(TABLES)) {
      for (Path path : files.filter(each -> each.toString().endsWith(".xlsx")).toList()) {
        String file = "decision-tables/" + path.getFileName();
        Report report = new Report(file);
        byte[] content = Files.readAllBytes(path);
        Map<String, Grid> unpacked = new WorkbookFile(report).sheets(content);
        if (path.endsWith(VocabularyReader.FILE_NAME)) {
          words = unpacked;
        } else {
          bytes.put(file, content);
          sheets.put(file, unpacked);
          models.put(file, requireNonNull(WorkbookReader.read(unpacked, report).workbook()));
        }
      }
    }
    return new ShippedBooks(bytes, sheets, models, words);
  }

  static Random random(TableFault fault) {
    return new Random(Seed.VALUE ^ fault.name().hashCode());
  }

  /** Names one planting, so that it can be done again. */
  static String which(int time) {
    return "-Dpreclaim.seed=" + Seed.VALUE + ", time " + time;
  }

  /** A workbook to plant into. */
  PlantedBook any(Random random) {
    List<String> files = List.copyOf(models.keySet());
    String file = files.get(random.nextInt(files.size()));
    return new PlantedBook(
        requireNonNull(models.get(file)), requireNonNull(sheets.get(file)), random);
  }

  /** What is said where this workbook takes the place of the one that ships. */
  List<Problem> problems(PlantedBook book) {
    String file = book.model().file();
    return problems(file, WorkbookReader.read(book.sheets(), new Report(file)));
  }

  List<Problem> problems(String file, WorkbookReading reading) {
    List<Problem> problems = new ArrayList<>(reading.problems());
    List<Workbook> workbooks = new ArrayList<>();
    models.forEach(
        (path, model) -> {
          Workbook planted = path.equals(file) ? reading.workbook() : model;
          if (planted != null) {
            workbooks.add(planted);
          }
        });
    problems.addAll(
        new WorkbookLint(vocabulary(words).vocabulary()).check(workbooks, reading.problems()));
    return problems;
  }

  static VocabularyReading vocabulary(Map<String, Grid> sheets) {
    return VocabularyReader.read(sheets, new Report("decision-tables/vocabulary.xlsx"));
  }
}
