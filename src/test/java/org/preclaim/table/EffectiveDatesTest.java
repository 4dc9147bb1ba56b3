package org.preclaim.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveDatesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-02-01, 2026-01-31, , true",
    "2026-01-01, 2026-02-01, 2026-02-01, , false",
    "2026-01-01, , , 2026-01-01, false",
    "2026-01-01, , , 2026-01-02, true",
    ", , , , true",
    "2026-02-01, 2026-01-01, , , false"
  })
  void dates_besideOthers_overlapWhereBothHoldOnADay(
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable LocalDate otherFrom,
      @Nullable LocalDate otherUntil,
      boolean overlap) {
    EffectiveDates dates = new EffectiveDates(from, until);
    EffectiveDates other = new EffectiveDates(otherFrom, otherUntil);

    assertThat(dates.overlap(other)).isEqualTo(overlap);
    assertThat(other.overlap(dates)).isEqualTo(overlap);
  }

  @Test
  void dates_ofOneDay_holdOnThatDayOnly() {
    LocalDate day = LocalDate.of(2026, 3, 3);

    assertThat(EffectiveDates.on(day).hold(day)).isTrue();
    assertThat(EffectiveDates.on(day).hold(day.plusDays(1))).isFalse();
    assertThat(EffectiveDates.on(day).hold(day.minusDays(1))).isFalse();
  }
}
