package org.preclaim.reference.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayWindowTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 4, 1);
  private static final LocalDate LAST = LocalDate.of(2024, 9, 30);

  @Test
  void window_withAnEnd_hasItsFirstAndItsLastDay() {
    int window = DayWindow.of(FIRST, LAST);

    assertThat(DayWindow.covers(window, FIRST.minusDays(1))).isFalse();
    assertThat(DayWindow.covers(window, FIRST)).isTrue();
    assertThat(DayWindow.covers(window, LAST)).isTrue();
    assertThat(DayWindow.covers(window, LAST.plusDays(1))).isFalse();
    assertThat(DayWindow.first(window)).isEqualTo(FIRST);
  }

  @Test
  void window_withoutAnEnd_hasEveryLaterDay() {
    int window = DayWindow.of(FIRST, null);

    assertThat(DayWindow.covers(window, LocalDate.of(2999, 12, 31))).isTrue();
    assertThat(DayWindow.covers(window, FIRST.minusDays(1))).isFalse();
  }

  @Test
  void windows_overlap_onlyWhereTheyShareADay() {
    int window = DayWindow.of(FIRST, LAST);

    assertThat(DayWindow.overlap(window, DayWindow.of(LAST, null))).isTrue();
    assertThat(DayWindow.overlap(window, DayWindow.of(LAST.plusDays(1), null))).isFalse();
    assertThat(DayWindow.overlap(DayWindow.of(LAST.plusDays(1), null), window)).isFalse();
    assertThat(DayWindow.overlap(DayWindow.of(FIRST.minusDays(9), FIRST), window)).isTrue();
  }

  @Test
  void window_atTheEdges_isHeldOrRefused() {
    int window = DayWindow.of(LocalDate.EPOCH, DayWindow.LAST);

    assertThat(DayWindow.covers(window, LocalDate.EPOCH)).isTrue();
    assertThat(DayWindow.covers(window, DayWindow.LAST)).isTrue();
    assertThat(DayWindow.covers(window, DayWindow.LAST.plusDays(1))).isFalse();
    assertThatThrownBy(() -> DayWindow.of(LocalDate.EPOCH.minusDays(1), null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DayWindow.of(FIRST, DayWindow.LAST.plusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
