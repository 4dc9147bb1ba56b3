package org.preclaim.reference.ncci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.Seed;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.NcciFiles;
import org.preclaim.reference.PtpEdit;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.Importer;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.SourceLimits;

class PackedPtpTest {

  private static final LocalDate QUARTER = LocalDate.of(2025, 10, 1);
  private static final LocalDate EPOCH = LocalDate.of(2015, 1, 1);
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int DAYS = 4000;

  private record Row(
      String first, String second, LocalDate from, @Nullable LocalDate to, int indicator) {

    String text() {
      String last = to == null ? "*" : DAY.format(to);
      return first + " " + second + " " + DAY.format(from) + " " + last + " " + indicator;
    }
  }

  /** Windows of a pair do not overlap; some have indicator 9, which never applies. */
  private static List<Row> randomRows(Random random) {
    Map<String, Row> newest = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      String first = code(random);
      String second = code(random);
      Row before = newest.get(first + second);
      if (before != null && before.to() == null) {
        continue;
      }
      LocalDate from =
          before == null
              ? EPOCH.plusDays(random.nextInt(DAYS / 4))
              : Objects.requireNonNull(before.to()).plusDays(1 + random.nextInt(3));
      LocalDate to = random.nextBoolean() ? null : from.plusDays(random.nextInt(400));
      Row row = new Row(first, second, from, to, List.of(0, 1, 1, 9).get(random.nextInt(4)));
      newest.put(first + second, row);
      rows.add(row);
    }
    return rows;
  }

  private static String code(Random random) {
    return String.format(Locale.ROOT, "%c%04d", 'A' + random.nextInt(3), random.nextInt(12));
  }

  @Test
  void find_onRandomRows_answersAsAListOfThem() throws Exception {
    Random random = new Random(Seed.VALUE);
    List<Row> rows = randomRows(random);
    PackedPtp packed = packed(rows.stream().map(Row::text).toArray(String[]::new));

    for (int i = 0; i < 10_000; i++) {
      String first = code(random);
      String second = code(random);
      LocalDate day = EPOCH.plusDays(random.nextInt(DAYS));
      Row expected =
          rows.stream()
              .filter(row -> row.first().equals(first) && row.second().equals(second))
              .filter(row -> row.indicator() != 9)
              .filter(row -> !day.isBefore(row.from()))
              .filter(row -> row.to() == null || !day.isAfter(row.to()))
              .findFirst()
              .orElse(null);
      PtpEdit found = packed.find(first, second, day);
      assertThat(found == null ? null : row(found))
          .as("%s with %s on %s, seed %d", first, second, day, Seed.VALUE)
          .isEqualTo(expected);
    }
  }

  private static Row row(PtpEdit edit) {
    return new Row(
        edit.column1(), edit.column2(), edit.effective(), edit.deletion(), edit.indicator());
  }

  @Test
  void find_aroundTheLastDay_countsItIn() throws Exception {
    PackedPtp packed = packed("A0001 A0002 20250401 * 0", "A0001 A0002 20200101 20241231 1");

    assertThat(packed.find("A0001", "A0002", LocalDate.of(2019, 12, 31))).isNull();
    assertThat(packed.find("A0001", "A0002", LocalDate.of(2024, 12, 30))).isNotNull();
    assertThat(packed.find("A0001", "A0002", LocalDate.of(2024, 12, 31)))
        .isEqualTo(
            new PtpEdit(
                "A0001",
                "A0002",
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2024, 12, 31),
                1,
                "the two are not both done in one encounter"));
    assertThat(packed.find("A0001", "A0002", LocalDate.of(2025, 1, 1))).isNull();
    assertThat(packed.find("A0001", "A0002", LocalDate.of(2025, 4, 1))).isNotNull();
    assertThat(packed.find("A0002", "A0001", LocalDate.of(2025, 4, 1))).isNull();
    assertThat(packed.find("A0002", "?", LocalDate.of(2025, 4, 1))).isNull();
  }

  @Test
  void find_anIndicatorOf9_neverFires() throws Exception {
    PackedPtp packed = packed("A0001 A0002 20200101 20200101 9", "A0001 A0003 20200101 * 1");

    assertThat(packed.find("A0001", "A0002", LocalDate.of(2020, 1, 1))).isNull();
    assertThat(packed.vintage().rows()).isEqualTo(2);
  }

  private static PackedPtp packed(String... rows) throws Exception {
    byte[] text = NcciFiles.ptp(rows).getBytes(StandardCharsets.ISO_8859_1);
    OfficialFile file =
        new OfficialFile(
            "ccipra-v313r0.TXT",
            "ccipra-v313r0.TXT",
            OfficialFile.Kind.TEXT,
            text.length,
            () -> new ByteArrayInputStream(text));
    ImportLog log = new ImportLog(SourceLimits.DEFAULT);
    PackedTable table =
        new PtpImporter()
            .pack(
                new Importer.Job(
                    Dataset.PTP_PRACTITIONER, QUARTER, List.of(file), Importer.Loaded.NOTHING),
                log);
    assertThat(log.problems()).isEmpty();
    return new PackedPtp(Objects.requireNonNull(table));
  }
}
