package org.preclaim.reference.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.Seed;
import org.preclaim.reference.AgeEdits.Ages;
import org.preclaim.reference.DiagnosisTable.Standing;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.source.Imports;

class PackedCodesTest {

  /** A row, as a list of objects would hold it. */
  private record Row(LocalDate first, @Nullable LocalDate last, String flag) {
    boolean covers(LocalDate day) {
      return !day.isBefore(first) && (last == null || !day.isAfter(last));
    }
  }

  private static final List<String> FLAGS =
      List.of("", "newborn", "pediatric", "maternity", "adult");
  private static final LocalDate START = LocalDate.of(2015, 10, 1);
  private static final int DAYS = 4_000;

  @Test
  void table_ofRandomRows_answersAsAMapDoes() throws CorruptTableException {
    Random random = new Random(Seed.VALUE);
    Map<String, List<Row>> naive = new HashMap<>();
    for (int i = 0; i < 3_000; i++) {
      naive.computeIfAbsent(code(random), any -> rows(random));
    }
    PackedAgeEdits packed = packed(naive);

    for (int i = 0; i < 20_000; i++) {
      String code = code(random);
      LocalDate day = START.plusDays(random.nextInt(DAYS + 200) - 100);
      List<Row> rows = naive.getOrDefault(code, List.of());
      Row row = rows.stream().filter(each -> each.covers(day)).findFirst().orElse(null);
      assertThat(packed.find(code, day)).isEqualTo(ages(row, day));
      assertThat(packed.standing(code, day)).isEqualTo(standing(naive, code, row, day));
    }
  }

  private static PackedAgeEdits packed(Map<String, List<Row>> naive) throws CorruptTableException {
    StringBuilder text = new StringBuilder("icd10cm_code_no_dot,start_date,end_date,flags\n");
    naive.forEach(
        (code, rows) ->
            rows.forEach(
                row ->
                    text.append(code)
                        .append(',')
                        .append(digits(row.first()))
                        .append(',')
                        .append(digits(row.last()))
                        .append(',')
                        .append(row.flag())
                        .append('\n')));
    return new PackedAgeEdits(
        Imports.of(new AgeFlagsImporter(), Imports.text("mce_v43.csv", text.toString())).table());
  }

  private static String digits(@Nullable LocalDate day) {
    return day == null
        ? ""
        : String.format(
            Locale.ROOT, "%04d%02d%02d", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private static @Nullable Ages ages(@Nullable Row row, LocalDate day) {
    if (row == null || row.flag().isEmpty()) {
      return null;
    }
    boolean early = day.isBefore(LocalDate.of(2019, 10, 1));
    return switch (row.flag()) {
      case "newborn" -> new Ages("newborn", 0, 0);
      case "pediatric" -> new Ages("pediatric", 0, 17);
      case "adult" -> new Ages("adult", 15, 124);
      default -> new Ages("maternity", early ? 12 : 9, early ? 55 : 64);
    };
  }

  private static Standing standing(
      Map<String, List<Row>> naive, String code, @Nullable Row row, LocalDate day) {
    if (row != null) {
      return Standing.VALID;
    }
    boolean leadsOn =
        naive.entrySet().stream()
            .filter(each -> !each.getKey().equals(code) && each.getKey().startsWith(code))
            .anyMatch(each -> each.getValue().stream().anyMatch(other -> other.covers(day)));
    if (leadsOn) {
      return Standing.HEADER;
    }
    return naive.containsKey(code) ? Standing.OUT_OF_DATE : Standing.UNKNOWN;
  }

  /** One to three windows, one after another, sometimes with days between them. */
  private static List<Row> rows(Random random) {
    List<Row> rows = new ArrayList<>();
    LocalDate first = START.plusDays(random.nextInt(DAYS));
    int count = 1 + random.nextInt(3);
    for (int i = 1; i <= count; i++) {
      boolean open = i == count && random.nextBoolean();
      LocalDate last = first.plusDays(random.nextInt(400));
      rows.add(new Row(first, open ? null : last, FLAGS.get(random.nextInt(FLAGS.size()))));
      first = last.plusDays(1 + random.nextInt(2) * 30);
    }
    return rows;
  }

  /** Few enough that random ones meet and begin alike. */
  private static String code(Random random) {
    StringBuilder code = new StringBuilder("A0");
    int length = 1 + random.nextInt(4);
    for (int i = 0; i < length; i++) {
      code.append((char) ('0' + random.nextInt(10)));
    }
    return code.toString();
  }
}
