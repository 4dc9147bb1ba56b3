package org.preclaim.reference.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.encounter.Setting;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.MueTable;
import org.preclaim.reference.NcciFiles;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.store.ImportReport.Change;

class ReferenceStoreTest {

  private static final String Q3 = "MCR_MUE_PractitionerServices_Eff_07-01-2025.csv";
  private static final String Q4 = "MCR_MUE_PractitionerServices_Eff_10-01-2025.csv";

  private final Path data;
  private final Path in;

  ReferenceStoreTest(@TempDir Path data) {
    this.data = data;
    this.in = data.resolve("in");
  }

  private Path mue(String name, int units) {
    return NcciFiles.write(in, name, NcciFiles.mue("Practitioner", "A0001 " + units + " 2"));
  }

  private static @Nullable Integer units(ReferenceData data, LocalDate day) {
    MueTable table = data.mue(Setting.PRACTITIONER, day);
    return table == null ? null : Objects.requireNonNull(table.find("A0001")).units();
  }

  @Test
  void quarters_sideBySide_answerEachForItsOwnDays() throws Exception {
    StoreFixture.load(data, mue(Q3, 3), mue(Q4, 4));
    ReferenceData loaded = ReferenceStore.open(data).data();

    assertThat(units(loaded, LocalDate.of(2025, 6, 30))).isNull();
    assertThat(units(loaded, LocalDate.of(2025, 7, 1))).isEqualTo(3);
    assertThat(units(loaded, LocalDate.of(2025, 9, 30))).isEqualTo(3);
    assertThat(units(loaded, LocalDate.of(2025, 10, 1))).isEqualTo(4);
    assertThat(units(loaded, LocalDate.of(2025, 12, 31))).isEqualTo(4);
    assertThat(units(loaded, LocalDate.of(2026, 1, 1))).isNull();
    assertThat(loaded.mue(Setting.DME_SUPPLIER, LocalDate.of(2025, 10, 1))).isNull();
  }

  @Test
  void pairs_ofTwoQuarters_answerForEarlierDaysFromTheLater() throws Exception {
    Path q3 = NcciFiles.write(in, "ccipra-v312r0.TXT", NcciFiles.ptp("A0001 A0002 20200101 * 1"));
    Path q4 =
        NcciFiles.write(in, "ccipra-v313r0.TXT", NcciFiles.ptp("A0001 A0002 20200101 20250930 1"));
    StoreFixture.load(data, q3, q4);
    ReferenceData loaded = ReferenceStore.open(data).data();

    for (LocalDate day : List.of(LocalDate.of(2020, 1, 1), LocalDate.of(2025, 12, 31))) {
      assertThat(Objects.requireNonNull(loaded.ptp(Setting.PRACTITIONER, day)).vintage())
          .extracting(Vintage::effective)
          .isEqualTo(LocalDate.of(2025, 10, 1));
    }
    assertThat(loaded.ptp(Setting.PRACTITIONER, LocalDate.of(2019, 12, 31))).isNull();
    assertThat(loaded.ptp(Setting.DME_SUPPLIER, LocalDate.of(2025, 12, 31))).isNull();
  }

  @Test
  void sameFile_importedTwice_changesNothingAndSaysSo() throws Exception {
    assertThat(StoreFixture.text(StoreFixture.load(data, mue(Q3, 3)))).startsWith("added ");
    byte[] manifest = Files.readAllBytes(data.resolve("reference/manifest"));

    ImportReport again = StoreFixture.load(data, mue(Q3, 3));

    assertThat(again.releases())
        .extracting(ImportReport.Release::change)
        .containsExactly(Change.UNCHANGED);
    assertThat(data.resolve("reference/manifest")).hasBinaryContent(manifest);
  }

  @Test
  void anotherFile_ofALoadedRelease_takesItsPlace() throws Exception {
    ReferenceStore store = ReferenceStore.open(data);
    StoreFixture.load(store, mue(Q3, 3));
    ReferenceData before = store.data();

    ImportReport report = StoreFixture.load(store, mue(Q3, 5));

    assertThat(StoreFixture.text(report)).contains("replaced ", "notice: ", "REF-REPLACED");
    assertThat(units(before, LocalDate.of(2025, 7, 1))).isEqualTo(3);
    assertThat(units(store.data(), LocalDate.of(2025, 7, 1))).isEqualTo(5);
  }

  @Test
  void release_withFarFewerRows_isRefusedUntilTheUserInsists() throws Exception {
    String[] many = {"A0001 1 2", "A0002 1 2", "A0003 1 2"};
    StoreFixture.load(data, NcciFiles.write(in, Q3, NcciFiles.mue("Practitioner", many)));
    Path small = mue(Q4, 1);

    assertThat(StoreFixture.text(StoreFixture.load(data, small))).contains("REF-ROW-COUNT");
    ImportRequest insisting =
        new ImportRequest(List.of(ImportRequest.Source.of(small)), null, true);
    ReferenceStore store = ReferenceStore.open(data);
    assertThat(store.importFiles(insisting, (file, bytes, of) -> {}).problems()).isEmpty();
  }

  @Test
  void changes_uponTheQuarterBefore_giveTheNextQuarter() throws Exception {
    String head = "Column 1\tColumn 2\t\"Modifier\r\nIndicator\"\r\n";
    StoreFixture.load(
        data,
        NcciFiles.write(
            in,
            "ccipra-v312r0.TXT",
            NcciFiles.ptp(
                "A0001 A0002 20200101 * 1",
                "A0001 A0003 20200101 * 1",
                "A0001 A0004 20200101 * 1")));
    ImportReport report =
        StoreFixture.load(
            data,
            NcciFiles.write(in, "ccipra-2025q4-additions.txt", head + "A0001\tA0005\t0\r\n"),
            NcciFiles.write(in, "ccipra-2025q4-deletions.txt", head + "A0001\tA0002\t1\r\n"),
            NcciFiles.write(
                in, "ccipra-2025q4-modifier-changes.txt", head + "A0001\tA0003\t0\r\n"));

    assertThat(StoreFixture.text(report))
        .isEqualTo("added ncci-ptp-practitioner 2025-10-01, 5 rows\n");
    LocalDate last = LocalDate.of(2025, 9, 30);
    assertThat(indicators(last)).containsExactly(1, 1, 1, null);
    assertThat(indicators(last.plusDays(1))).containsExactly(null, 0, 1, 0);
  }

  private List<@Nullable Integer> indicators(LocalDate day) throws ProblemsException {
    var table = ReferenceStore.open(data).data().ptp(Setting.PRACTITIONER, day);
    return Stream.of("A0002", "A0003", "A0004", "A0005")
        .map(code -> Objects.requireNonNull(table).find("A0001", code, day))
        .map(edit -> edit == null ? null : (Integer) edit.indicator())
        .toList();
  }

  @Test
  void changes_withoutTheQuarterBefore_areRefused() throws Exception {
    Path additions =
        NcciFiles.write(
            in, "ccipra-2025q4-additions.txt", "Column 1\tColumn 2\tInd\r\nA0001\tA0005\t0\r\n");

    assertThat(StoreFixture.text(StoreFixture.load(data, additions))).contains("REF-BASELINE");
  }

  @Test
  void tableFile_thatIsCutMissingOrNotATable_isToldAtOpening() throws Exception {
    StoreFixture.load(data, mue(Q3, 3));
    Path file = onlyTable();
    byte[] bytes = Files.readAllBytes(file);

    for (int length : new int[] {0, 40, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertRefused("bytes");
    }
    byte[] flipped = bytes.clone();
    flipped[50] ^= 1;
    Files.write(file, flipped);
    assertRefused("checksum");
    Files.delete(file);
    assertRefused("it is missing");
  }

  @Test
  void manifest_thatIsChanged_isToldAtOpening() throws Exception {
    StoreFixture.load(data, mue(Q3, 3));
    Files.writeString(data.resolve("reference/manifest"), "x", StandardOpenOption.APPEND);

    assertRefused("checksum");
  }

  @Test
  void verify_oneBitInARow_isFound() throws Exception {
    StoreFixture.load(data, mue(Q3, 3));
    Path file = onlyTable();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 20] ^= 1;
    Files.write(file, bytes);

    assertThat(ReferenceStore.open(data).verify())
        .singleElement()
        .satisfies(problem -> assertThat(problem.toString()).contains("REF-STORE its bytes"));
  }

  private Path onlyTable() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("reference/tables"))) {
      return files.findFirst().orElseThrow();
    }
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> ReferenceStore.open(data))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("REF-STORE")
        .hasMessageContaining(why);
  }
}
