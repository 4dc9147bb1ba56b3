package org.preclaim.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/** The official files as they lie beside the project, cut at their separators and no more. */
final class RawFiles {

  private static final Path FOLDER = Path.of("..", "shared", "data", "edits");

  /** A row of a table of procedure pairs; {@code last} is far away where the edit is in force. */
  record Pair(String paid, String denied, LocalDate first, LocalDate last, int indicator) {}

  /** A unit limit. */
  record Limit(int units, int indicator) {}

  /** A row of the add-on file. */
  record AddOn(int type, String primary) {}

  /** The pairs of a setting, by both codes. */
  final Map<String, List<Pair>> practitionerPairs;

  final Map<String, List<Pair>> hospitalPairs;
  final Map<String, Map<String, Limit>> limits = new HashMap<>();
  final Map<String, List<AddOn>> addOns = new TreeMap<>();

  /** Bilateral indicators by code and modifier. */
  final Map<String, String> bilateral = new TreeMap<>();

  private RawFiles() {
    practitionerPairs = pairs("ccipra-v302r0-urology-radiology.TXT");
    hospitalPairs = pairs("ccioph-v302r0-urology-radiology.TXT");
    limits.put("practitioner", limits("MCR_MUE_PractitionerServices_Eff_07-01-2024.csv"));
    limits.put(
        "outpatient-hospital", limits("MCR_MUE_OutpatientHospitalServices_Eff_07-01-2024.csv"));
    limits.put("dme-supplier", limits("MCR_MUE_DMESupplierServices_Eff_07-01-2024.csv"));
    for (List<String> row : csv("AOC_V2024Q3-MCR.csv")) {
      if (row.get(0).matches("[123]")) {
        addOns
            .computeIfAbsent(row.get(1), any -> new ArrayList<>())
            .add(new AddOn(Integer.parseInt(row.get(0)), row.get(3)));
      }
    }
    for (List<String> row : csv("PPRRVU24_JUL.csv")) {
      if (row.size() > 19 && row.get(0).matches("[0-9A-Z]{5}") && row.get(19).matches("[0-9]")) {
        bilateral.put(row.get(0) + row.get(1), row.get(19));
      }
    }
  }

  /** The files; skips the calling test where they are not at hand. */
  static RawFiles read() {
    Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), "skipped: the folder " + FOLDER + " is not beside the project");
    return new RawFiles();
  }

  private static Map<String, List<Pair>> pairs(String file) {
    Map<String, List<Pair>> pairs = new TreeMap<>();
    for (String line : lines(file)) {
      String[] cells = line.split("\t", -1);
      if (cells.length > 5 && cells[3].matches("[0-9]{8}")) {
        LocalDate last = cells[4].matches("[0-9]{8}") ? date(cells[4]) : LocalDate.of(9999, 1, 1);
        Pair pair = new Pair(cells[0], cells[1], date(cells[3]), last, Integer.parseInt(cells[5]));
        pairs.computeIfAbsent(cells[0] + cells[1], any -> new ArrayList<>()).add(pair);
      }
    }
    return pairs;
  }

  private static LocalDate date(String digits) {
    return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static Map<String, Limit> limits(String file) {
    Map<String, Limit> limits = new TreeMap<>();
    for (List<String> row : csv(file)) {
      if (row.size() > 2 && row.get(0).matches("[0-9A-Z]{5}") && row.get(1).matches("[0-9]+")) {
        int indicator = row.get(2).charAt(0) - '0';
        limits.put(row.get(0), new Limit(Integer.parseInt(row.get(1)), indicator));
      }
    }
    return limits;
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file), ISO_8859_1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Rows of a file in which only the preamble and the header hold line breaks. */
  private static List<List<String>> csv(String file) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines(file)) {
      List<String> cells = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      for (int at = 0; at < line.length(); at++) {
        char next = line.charAt(at);
        if (next == '"') {
          quoted = !quoted;
        } else if (next == ',' && !quoted) {
          cells.add(cell.toString().strip());
          cell.setLength(0);
        } else {
          cell.append(next);
        }
      }
      cells.add(cell.toString().strip());
      rows.add(cells);
    }
    return rows;
  }
}
