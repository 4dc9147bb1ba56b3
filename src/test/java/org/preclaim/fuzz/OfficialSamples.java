package org.preclaim.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.preclaim.reference.NcciFiles;

/** Official files: invented ones in every layout, and the beginnings of real ones. */
final class OfficialSamples {

  /** Of a real file, so that thousands of its kind are read in a minute. */
  private static final int LINES = 150;

  private static final String[] PAIRS = {
    "A0001 A0002 20200101 * 1",
    "A0001 A0002 20180101 20181231 0",
    "00100 B0002 20200101 20250930 0",
    "99999 10021 20190401 * 9"
  };
  private static final String[] ADD_ONS = {
    "1 A0001 A0002 2013091 *", "1 A0001 A0003 2013091 2020366", "2 B0001 CCCCC 2013091 *"
  };
  private static final String PTP = "ccipra-v313r0";
  private static final String AOC = "AOC_V2025Q4-MCR";

  private OfficialSamples() {}

  static List<Sample> pairs() {
    String text = NcciFiles.ptp(PAIRS);
    List<Sample> samples = new ArrayList<>();
    samples.add(Sample.of(PTP + ".TXT", text));
    samples.add(new Sample(PTP + ".txt.gz", NcciFiles.gzip(text)));
    samples.add(new Sample("practitioner.zip", NcciFiles.zip("folder/" + PTP + ".txt", text)));
    samples.add(Sample.of("ccioph-v313r0.TXT", text));
    samples.add(
        new Sample(
            "changes.zip",
            NcciFiles.zip(
                PTP + ".txt",
                text,
                "ccipra-2026q1-additions.txt",
                "Column 1\tColumn 2\tInd\r\nA0001\tA0005\t0\r\n",
                "ccipra-2026q1-deletions.txt",
                "Column 1\tColumn 2\r\nA0001\tA0002\r\n")));
    samples.addAll(beginning("edits/ccipra-v302r0-full.TXT.gz"));
    samples.addAll(beginning("edits/ccioph-v302r0-urology-radiology.TXT"));
    return samples;
  }

  static List<Sample> units() {
    String name = "MCR_MUE_PractitionerServices_Eff_10-01-2025.csv";
    String text = NcciFiles.mue("Practitioner", "A0001 0 1", "00100 90000 3", "B0001 2 2");
    List<Sample> samples = new ArrayList<>();
    samples.add(Sample.of(name, text));
    samples.add(new Sample("mue.zip", NcciFiles.zip(name, text)));
    samples.addAll(beginning("edits/MCR_MUE_DMESupplierServices_Eff_07-01-2024.csv"));
    samples.addAll(beginning("edits/MCR_MUE_OutpatientHospitalServices_Eff_07-01-2024.csv"));
    samples.addAll(beginning("edits/MCR_MUE_PractitionerServices_Eff_07-01-2024.csv"));
    return samples;
  }

  static List<Sample> addOns() {
    List<Sample> samples = new ArrayList<>();
    samples.add(Sample.of(AOC + ".csv", NcciFiles.addOns(ADD_ONS)));
    samples.add(Sample.of("AOC_V2025Q4-F-MCR.txt", NcciFiles.flatAddOns(ADD_ONS)));
    samples.add(new Sample("aoc.zip", NcciFiles.zip(AOC + ".csv", NcciFiles.addOns(ADD_ONS))));
    samples.addAll(beginning("edits/AOC_V2024Q3-MCR.csv"));
    return samples;
  }

  /** Invented files of a folder of the test resources, and the beginning of a real one. */
  static List<Sample> named(String folder, String real) {
    List<Sample> samples = new ArrayList<>();
    for (Sample invented : Sample.resources("fuzz/" + folder, "")) {
      String text = new String(invented.bytes(), ISO_8859_1);
      samples.add(invented);
      samples.add(new Sample(invented.name() + ".gz", NcciFiles.gzip(text)));
      samples.add(new Sample("release.zip", NcciFiles.zip(invented.name(), text)));
    }
    samples.addAll(beginning(real));
    return samples;
  }

  static List<Sample> hcpcs() {
    List<Sample> samples = new ArrayList<>(named("hcpcs", "codes/none"));
    Sample.realFile("codes/2019-Alpha-Numeric-HCPCS-File.zip")
        .map(OfficialSamples::firstOfHcpcs)
        .forEach(samples::add);
    return samples;
  }

  private static Sample firstOfHcpcs(Path path) {
    String name = "HCPC2019_CONTR_ANWEB.txt";
    try (ZipFile zip = new ZipFile(path.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new Sample("2019-hcpcs.zip", NcciFiles.zip(name, lines(in)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Sample> coverage() {
    List<Sample> files = Sample.resources("reference/coverage", ".csv");
    String[] members =
        files.stream()
            .flatMap(file -> Stream.of(file.name(), new String(file.bytes(), ISO_8859_1)))
            .toArray(String[]::new);
    byte[] inner = NcciFiles.zip(members);
    byte[] outer = NcciFiles.zip("current_article_csv.zip", new String(inner, ISO_8859_1));
    return List.of(
        new Sample("current_article_2026-11-19.zip", inner),
        new Sample("current_article.zip", outer));
  }

  static List<Sample> workbooks() {
    String mue =
        "HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale"
            + "\r\nA0001,1,2 Date of Service Edit,CMS Policy\r\nB0001,3,3 Date of Service Edit,CMS"
            + " Policy\r\n";
    byte[] pairs = NcciFiles.workbook(NcciFiles.ptp(PAIRS), "\t");
    return List.of(
        new Sample(PTP + ".xlsx", pairs),
        new Sample(
            "MCR_MUE_PractitionerServices_Eff_10-01-2025.xlsx", NcciFiles.workbook(mue, ",")),
        new Sample(AOC + ".xlsx", NcciFiles.workbook(NcciFiles.addOns(ADD_ONS), ",")),
        new Sample("ptp.zip", NcciFiles.zip(PTP + ".xlsx", new String(pairs, ISO_8859_1))));
  }

  /** The first lines of a real file, as it is packed there; none where it is not at hand. */
  private static List<Sample> beginning(String name) {
    return Sample.realFile(name).map(OfficialSamples::first).toList();
  }

  private static Sample first(Path path) {
    String name = path.getFileName().toString();
    boolean packed = name.endsWith(".gz");
    try (InputStream file = Files.newInputStream(path);
        InputStream in = packed ? new GZIPInputStream(file) : file) {
      String text = lines(in);
      return new Sample(name, packed ? NcciFiles.gzip(text) : text.getBytes(ISO_8859_1));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String lines(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, ISO_8859_1))
        .lines()
        .limit(LINES)
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }
}
