package org.preclaim.reference.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.reference.NcciFiles;

/** Whatever a table comes as and is packed in, it becomes the same bytes. */
class FormatsAgreeTest {

  private static final String[] PAIRS = {
    "A0001 A0002 20200101 * 1",
    "A0001 A0002 20180101 20181231 0",
    "00100 B0002 20200101 20250930 0",
    "99999 10021 20190401 * 1"
  };
  private static final String[] ADD_ONS = {
    "1 A0001 A0002 2013091 *", "1 A0001 A0003 2013091 2020366", "2 B0001 CCCCC 2013091 *"
  };

  private final Path data;
  private int stores;

  FormatsAgreeTest(@TempDir Path data) {
    this.data = data;
  }

  private String digest(String name, byte[] file) throws Exception {
    Path folder = data.resolve(Integer.toString(stores++));
    ImportReport report = StoreFixture.load(folder, NcciFiles.write(folder, name, file));
    assertThat(report.problems()).isEmpty();
    assertThat(report.releases()).hasSize(1);
    return report.releases().get(0).vintage().digest();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void pairs_asTextWorkbookZipOrGzip_giveTheSameTable() throws Exception {
    String text = NcciFiles.ptp(PAIRS);
    String expected = digest("ccipra-v313r0.TXT", bytes(text));

    assertThat(digest("ccipra-v313r0.xlsx", NcciFiles.workbook(text, "\t"))).isEqualTo(expected);
    assertThat(digest("ccipra-v313r0.txt.gz", NcciFiles.gzip(text))).isEqualTo(expected);
    assertThat(digest("a.zip", NcciFiles.zip("folder/ccipra-v313r0.txt", text)))
        .isEqualTo(expected);
    assertThat(digest("ccipra-v313r0.TXT", bytes(text.replace("\r\n", "\n")))).isEqualTo(expected);
    assertThat(digest("ccipra-v313r0.TXT", bytes(text.replace("\t*\t", "\t\t"))))
        .isEqualTo(expected);
  }

  @Test
  void pairs_inFourParts_giveTheSameTableAsInOne() throws Exception {
    Path folder = data.resolve("parts");
    Path[] parts = new Path[PAIRS.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] =
          NcciFiles.write(folder, "ccipra-v313r0-f" + (i + 1) + ".TXT", NcciFiles.ptp(PAIRS[i]));
    }
    assertThat(StoreFixture.load(folder, parts).releases().get(0).vintage().digest())
        .isEqualTo(digest("ccipra-v313r0.TXT", bytes(NcciFiles.ptp(PAIRS))));
  }

  @Test
  void units_asCsvOrWorkbook_giveTheSameTable() throws Exception {
    String name = "MCR_MUE_DMESupplierServices_Eff_10-01-2025";
    String csv = NcciFiles.mue("DME Supplier", "A0001 0 1", "00100 90000 3");
    String plain =
        csv.substring(csv.indexOf("\"HCPCS")).replace("\"HCPCS/\r\nCPT Code\"", "HCPCS/CPT Code");

    assertThat(digest(name + ".xlsx", NcciFiles.workbook(plain, ",")))
        .isEqualTo(digest(name + ".csv", bytes(csv)));
  }

  @Test
  void addOns_asCsvWorkbookOrFlatText_giveTheSameTable() throws Exception {
    String csv = NcciFiles.addOns(ADD_ONS);
    String expected = digest("AOC_V2025Q4-MCR.csv", bytes(csv));

    assertThat(digest("AOC_V2025Q4-MCR.xlsx", NcciFiles.workbook(csv, ","))).isEqualTo(expected);
    assertThat(digest("AOC_V2025Q4-F-MCR.txt", bytes(NcciFiles.flatAddOns(ADD_ONS))))
        .isEqualTo(expected);
  }
}
