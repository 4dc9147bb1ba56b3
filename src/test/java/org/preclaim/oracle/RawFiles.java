package org.preclaim.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The official files as they lie beside the project, cut at their separators and no more. */
final class RawFiles {

  private static final Path FOLDER = Path.of("..", "shared", "data", "edits");
  private static final String HOSPITAL = "ccioph-v302r0-urology-radiology.TXT";
  private static final String PRACTITIONER = "MCR_MUE_PractitionerServices_Eff_07-01-2024.csv";
  private static final String OUTPATIENT = "MCR_MUE_OutpatientHospitalServices_Eff_07-01-2024.csv";
  private static final String SUPPLIER = "MCR_MUE_DMESupplierServices_Eff_07-01-2024.csv";
  private static final String ADD_ONS = "AOC_V2024Q3-MCR.csv";
  private static final String FEES = "PPRRVU24_JUL.csv";

  /** How much of the practitioners' procedure pairs is read. */
  enum Pairs {
    /** Those of urology and radiology, 7,614 rows. */
    SLICE("ccipra-v302r0-urology-radiology.TXT"),
    /** All 2,546,017 rows. */
    FULL("ccipra-v302r0-full.TXT.gz");

    private final String file;

    Pairs(String file) {
      this.file = file;
    }
  }

  /** A row of a table of procedure pairs; {@code last} is far away where the edit is in force. */
  record Pair(String paid, String denied, LocalDate first, LocalDate last, int indicator) {}

  /** A unit limit. */
  record Limit(int units, int indicator) {}

  /** A row of the add-on file. */
  record AddOn(int type, String primary, LocalDate first) {}

  /** The pairs of a setting, by both codes. */
  final Map<String, List<Pair>> practitionerPairs;

  final Map<String, List<Pair>> hospitalPairs;
  final Map<String, Map<String, Limit>> limits = new HashMap<>();
  final Map<String, List<AddOn>> addOns = new TreeMap<>();

  /** Bilateral indicators by code and modifier. */
  final Map<String, String> bilateral = new TreeMap<>();

  private RawFiles(Pairs pairs) {
    practitionerPairs = pairs(pairs.file);
    hospitalPairs = pairs(HOSPITAL);
    limits.put("practitioner", limits(PRACTITIONER));
    limits.put("outpatient-hospital", limits(OUTPATIENT));
    limits.put("dme-supplier", limits(SUPPLIER));
    for (List<String> row : csv(ADD_ONS)) {
      if (row.get(0).matches("[123]")) {
        // None of the rows at hand has an end; one that had would be read wrongly here.
        assertThat(row.get(2) + row.get(4) + row.get(6)).isEmpty();
        LocalDate first = LocalDate.parse(row.get(5), DateTimeFormatter.ofPattern("yyyyDDD"));
        addOns
            .computeIfAbsent(row.get(1), any -> new ArrayList<>())
            .add(new AddOn(Integer.parseInt(row.get(0)), row.get(3), first));
      }
    }
    for (List<String> row : csv(FEES)) {
      if (row.size() > 19 && row.get(0).matches("[0-9A-Z]{5}") && row.get(19).matches("[0-9]")) {
        bilateral.put(row.get(0) + row.get(1), row.get(19));
      }
    }
  }

  /** The files; skips the calling test where they are not at hand. */
  static RawFiles read(Pairs pairs) {
    Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), "skipped: the folder " + FOLDER + " is not beside the project");
    return new RawFiles(pairs);
  }

  /** The files themselves. */
  static List<Path> paths(Pairs pairs) {
    return Stream.of(pairs.file, HOSPITAL, PRACTITIONER, OUTPATIENT, SUPPLIER, ADD_ONS, FEES)
        .map(FOLDER::resolve)
        .toList();
  }

  private static Map<String, List<Pair>> pairs(String file) {
    Map<String, List<Pair>> pairs = new TreeMap<>();
    Map<String, LocalDate> dates = new HashMap<>();
    Map<String, String> codes = new HashMap<>();
    for (String line : lines(file)) {
      String[] cells = line.split("\t", -1);
      if (cells.length > 5 && cells[3].matches("[0-9]{8}")) {
        String last = cells[4].matches("[0-9]{8}") ? cells[4] : "99990101";
        Pair pair =
            new Pair(
                codes.computeIfAbsent(cells[0], code -> code),
                codes.computeIfAbsent(cells[1], code -> code),
                dates.computeIfAbsent(cells[3], RawFiles::date),
                dates.computeIfAbsent(last, RawFiles::date),
                Integer.parseInt(cells[5]));
        pairs.merge(cells[0] + cells[1], List.of(pair), RawFiles::both);
      }
    }
    return pairs;
  }

  private static List<Pair> both(List<Pair> some, List<Pair> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
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
    try (InputStream raw = Files.newInputStream(FOLDER.resolve(file));
        InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new String(in.readAllBytes(), ISO_8859_1).lines().toList();
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
