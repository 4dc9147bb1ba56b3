package org.preclaim.reference.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.Seed;
import org.preclaim.reference.FeeSchedule;
import org.preclaim.reference.FeeScheduleEntry;
import org.preclaim.reference.pack.CodeKey;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.source.Imports;

class PackedFeeScheduleTest {

  private static final List<String> MODIFIERS = List.of("", "26", "TC", "53");
  private static final String STATUSES = "ABCEIJMNPRTX";

  @Test
  void table_ofRandomEntries_answersAsAMapDoes() throws CorruptTableException {
    Random random = new Random(Seed.VALUE);
    Map<String, FeeScheduleEntry> naive = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      FeeScheduleEntry entry = entry(random);
      naive.put(entry.code() + "-" + entry.modifier(), entry);
    }
    FeeSchedule schedule = packed(naive);

    for (int i = 0; i < 50_000; i++) {
      String code = code(random);
      String modifier = MODIFIERS.get(random.nextInt(4));
      assertThat(schedule.find(code, modifier)).isEqualTo(naive.get(code + "-" + modifier));
    }
    naive.values().forEach(e -> assertThat(schedule.find(e.code(), e.modifier())).isEqualTo(e));
  }

  private static FeeSchedule packed(Map<String, FeeScheduleEntry> naive)
      throws CorruptTableException {
    List<String> lines = new ArrayList<>(RelativeValueText.header("invented"));
    naive.values().forEach(entry -> lines.add(RelativeValueText.row(entry)));
    return new PackedFeeSchedule(
        Imports.of(
                new FeeScheduleImporter(),
                LocalDate.of(2026, 1, 1),
                Imports.text("PPRRVU26.csv", String.join("\n", lines)))
            .table());
  }

  private static FeeScheduleEntry entry(Random random) {
    int letter = random.nextInt(STATUSES.length());
    return new FeeScheduleEntry(
        code(random),
        MODIFIERS.get(random.nextInt(4)),
        STATUSES.substring(letter, letter + 1),
        random.nextInt(10),
        Indicators.GLOBAL_DAYS.get(random.nextInt(7)),
        random.nextInt(10),
        random.nextInt(4),
        random.nextInt(3),
        random.nextInt(3),
        random.nextInt(3));
  }

  /** Few enough codes that random ones meet. */
  private static String code(Random random) {
    return CodeKey.text(CodeKey.of("G0000") + random.nextInt(8_000));
  }
}
