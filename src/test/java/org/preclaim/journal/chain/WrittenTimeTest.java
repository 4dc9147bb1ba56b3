package org.preclaim.journal.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-03, 2026-03-03T00:00:00Z, 2026-03-04T00:00:00Z",
    "2026-03-03T10:15:30Z, 2026-03-03T10:15:30Z, 2026-03-03T10:15:30Z",
    "0001-01-01, 0001-01-01T00:00:00Z, 0001-01-02T00:00:00Z",
    "9999-12-31, 9999-12-31T00:00:00Z, +10000-01-01T00:00:00Z",
  })
  void time_dayOrMoment_isReadInUtc(String text, String from, String until) {
    assertThat(WrittenTime.from(text)).hasToString("Optional[" + from + "]");
    assertThat(WrittenTime.until(text)).hasToString("Optional[" + until + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "once",
        "2026-02-30",
        "2026-03-03T10:15",
        "0000-12-31",
        "-0001-01-01",
        "+10000-01-01",
        "+999999999-12-31",
        "-999999999-01-01",
        "+10000-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z"
      })
  void time_writtenOtherwiseOrOutOfRange_isNone(String text) {
    assertThat(WrittenTime.from(text)).isEmpty();
    assertThat(WrittenTime.until(text)).isEmpty();
  }

  @Test
  void day_withATime_isNone() {
    assertThat(WrittenTime.day("2026-03-03T10:15:30Z")).isEmpty();
    assertThat(WrittenTime.moment("2026-03-03")).isEmpty();
  }
}
