package org.preclaim.reference.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.ZipParts;
import org.preclaim.reference.NcciFiles;

/** Everything that can be wrong with a file, and every word that is said about it. */
class MalformedFilesTest {

  private static final String PTP = "ccipra-v313r0.TXT";
  private static final String MUE = "MCR_MUE_PractitionerServices_Eff_10-01-2025.csv";
  private static final String AOC = "AOC_V2025Q4-MCR.csv";

  /** Where the name of the first file begins, in its own header. */
  private static final int LOCAL_NAME = 30;

  private static final String GOOD = "A0001 A0002 20200101 * 1";

  private final Path data;
  private final Map<String, String> told = new LinkedHashMap<>();

  MalformedFilesTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void files_thatArePackedOrNamedWrong_sayWhatTheyAre() throws Exception {
    tell("a web page instead of a zip", "ccipra-v313r0-f1.zip", "<!DOCTYPE html><html></html>");
    tell("an unknown table", "unknown.csv", "a,b,c\r\n1,2,3\r\n");
    tell("an empty file", PTP, "");
    byte[] zip = NcciFiles.zip(PTP, NcciFiles.ptp(GOOD));
    tell("a truncated zip", "ccipra.zip", Arrays.copyOf(zip, zip.length / 2));
    tell("a zip without a file", "ccipra.zip", NcciFiles.zip());
    byte[] workbook = NcciFiles.workbook(NcciFiles.ptp(GOOD), "\t");
    workbook[LOCAL_NAME] = (byte) 0xff;
    tell("a workbook that has a name no text has", "ccipra-v313r0.xlsx", workbook);
    byte[] gzip = NcciFiles.gzip(NcciFiles.ptp(GOOD));
    tell("a truncated gzip", PTP + ".gz", Arrays.copyOf(gzip, gzip.length - 12));
    tell("no date anywhere", "ccipra.txt", NcciFiles.ptp(GOOD));
    tell("no setting anywhere", "pairs-v313r0.txt", NcciFiles.ptp(GOOD));
    tell(
        "a hospital file in a practitioner archive",
        "practitioner-ccipra-v313r0.zip",
        NcciFiles.zip("ccioph-v313r0.TXT", NcciFiles.ptp(GOOD)));
    tell("only one part", "ccipra-v313r0-f2.TXT", NcciFiles.ptp(GOOD));
    tell(
        "a member that nobody needs",
        "ccipra-v313r0.zip",
        NcciFiles.zip(PTP, NcciFiles.ptp(GOOD), "readme.txt", "read me"));
    tell("a file of one endless line", PTP + ".gz", NcciFiles.gzip("0".repeat(40 << 20)));
    compare("packed");
  }

  @Test
  void pairs_thatAreMalformed_areToldWithLineAndColumn() throws Exception {
    tell(
        "fields that hold something else",
        PTP,
        NcciFiles.ptp(
            "A0001 A00O2X 20200101 * 1",
            GOOD,
            "A0001 A0003 20201301 * 1",
            "A0001 A0004 20200101 20191231 1",
            "A0001 A0005 20200101 * 2",
            "B001 A0006 20200101 * 1"));
    tell("a code without its zeros", PTP, NcciFiles.ptp("100 A0002 20200101 * 1"));
    tell(
        "a column that has moved",
        PTP,
        NcciFiles.ptp(GOOD).replace("Effective\tDeletion", "Deletion\tEffective"));
    tell(
        "a last row that is cut off", PTP, cut(NcciFiles.ptp(GOOD, "A0001 A0003 20200101 * 1"), 9));
    tell(
        "a last day that is cut off",
        PTP,
        cut(NcciFiles.ptp(GOOD, "A0001 A0003 20200101 * 1"), 36));
    tell("the same row twice", PTP, NcciFiles.ptp(GOOD, GOOD));
    tell(
        "windows that overlap by a day",
        PTP,
        NcciFiles.ptp("A0001 A0002 20200401 * 1", "A0001 A0002 20200101 20200401 0"));
    tell("a row with a field too many", PTP, NcciFiles.ptp(GOOD).replace("*\t1", "*\t1\t1"));
    tell("no pair at all", PTP, NcciFiles.ptp());
    compare("pairs");
  }

  @Test
  void unitsAndAddOns_thatAreMalformed_areToldWithLineAndColumn() throws Exception {
    tell(
        "fields that hold something else",
        MUE,
        NcciFiles.mue("Practitioner", "A0001 x 3", "A0002 1 4", "A003 1 2", "A0004 1 2"));
    tell("another setting than the name says", MUE, NcciFiles.mue("DME Supplier", "A0001 1 2"));
    tell("a column that is gone", MUE, NcciFiles.mue("Practitioner").replace("MUE Rat", "Rat"));
    tell(
        "a setting that nobody knows",
        MUE,
        NcciFiles.mue("Practitioner").replace("Practitioner", "Practice"));
    tell("the same code twice", MUE, NcciFiles.mue("Practitioner", "A0001 1 2", "A0001 2 2"));
    tell(
        "a code without its zeros",
        MUE.replace("csv", "xlsx"),
        NcciFiles.workbook(
            "HCPCS/CPT Code,Practitioner Services MUE Values,"
                + "MUE Adjudication Indicator,MUE Rationale\r\n100,1,2 Line,CMS Policy",
            ","));
    tell("a number that would fill the memory", MUE.replace("csv", "xlsx"), endlessNumber());
    tell(
        "a last add-on row that is cut off",
        AOC,
        cut(NcciFiles.addOns(ROW, "1 A0001 A0002 2013091 *"), 5));
    tell("a last row that is cut off", MUE, cut(NcciFiles.mue("Practitioner", "A0001 1 2"), 5));
    tell(
        "add-on fields that hold something else",
        AOC,
        NcciFiles.addOns(
            "4 A0001 A0002 2013091 *",
            "1 A0001 CCCC 2013091 *",
            "1 A0001 A0002 2013366 *",
            "1 A0001 A0003 2013091 *",
            "1 A0001 A0003 2013091 *"));
    tell(
        "a flat file that is cut off",
        "AOC_V2025Q4-F-MCR.txt",
        cut(NcciFiles.flatAddOns("1 A0001 A0002 2013091 *", ROW), 80));
    compare("units-and-add-ons");
  }

  private static byte[] endlessNumber() throws IOException {
    byte[] workbook =
        NcciFiles.workbook(
            "HCPCS/CPT Code,Practitioner Services MUE Values,"
                + "MUE Adjudication Indicator,MUE Rationale\r\nA0001,1,2 Line,CMS Policy\r\n"
                + "A0002,77,2 Line,CMS Policy",
            ",");
    return ZipParts.rewritten(
        workbook,
        "xl/worksheets/sheet1.xml",
        xml -> xml.replaceFirst("<v>77(\\.0)?</v>", "<v>1e999999999</v>"));
  }

  private static final String ROW = "1 A0001 A0003 2013091 *";

  @Test
  void import_thatFails_changesNothing() throws Exception {
    Path good = NcciFiles.write(data.resolve("in"), PTP, NcciFiles.ptp(GOOD));
    Path bad = NcciFiles.write(data.resolve("in"), MUE, "x");
    ImportReport report = StoreFixture.load(data, good, bad);

    assertThat(report.problems()).hasSize(1);
    assertThat(report.releases()).isEmpty();
    assertThat(ReferenceStore.open(data).data().vintages()).isEmpty();
  }

  private static String cut(String text, int characters) {
    return text.substring(0, text.length() - characters);
  }

  private void tell(String about, String name, String text) throws Exception {
    tell(about, name, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void tell(String about, String name, byte[] bytes) throws Exception {
    Path folder = data.resolve("case-" + told.size());
    Path file = NcciFiles.write(folder, name, bytes);
    told.put(about, StoreFixture.text(StoreFixture.load(folder, file)));
  }

  private void compare(String name) {
    StringBuilder text = new StringBuilder();
    told.forEach((about, said) -> text.append("# ").append(about).append('\n').append(said));
    GoldenFile.assertSame("reference/malformed/" + name + ".txt", text.toString());
  }
}
