package org.preclaim.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preclaim.fixtures.SmallTables;
import org.preclaim.reference.RemittanceCodes.Kind;
import org.preclaim.reference.RemittanceCodes.Use;
import org.preclaim.table.EffectiveDates;

class RemittanceStandingsTest {

  private static final LocalDate START = LocalDate.of(2005, 6, 30);
  private static final LocalDate STOP = LocalDate.of(2013, 11, 1);

  /** A list that holds from March to July 2026. */
  private static final SmallTables LIST =
      new SmallTables(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 7, 1))
          .remittance(Kind.REASON, "97", new Use(START, null))
          .remittance(Kind.REASON, "125", new Use(START, STOP))
          .remittance(Kind.REMARK, "N122", new Use(START, null));

  @ParameterizedTest
  @CsvSource({
    // Used as long as the row holds, or longer.
    "REASON, 97,,, Used[]",
    "REASON, 97, 2027-01-01,, Used[]",
    "REASON, 125, 2010-01-01, 2013-11-01, Used[]",
    "REASON, 125, 2005-06-29, 2005-07-01, Used[]",
    // Stopped on the last day of the row, or long before it: for good, whatever later lists say.
    "REASON, 125, 2010-01-01, 2013-11-02, Stopped[day=2013-11-01]",
    "REASON, 125,,, Stopped[day=2013-11-01]",
    "REASON, 125, 2030-01-01,, Stopped[day=2013-11-01]",
    "REASON, 125, 2001-01-01, 2005-06-30, NotBegun[day=2005-06-30]",
    // Each code on its own list.
    "REMARK, N122,,, Used[]",
    "REASON, N122,,, Unknown[]",
    "REMARK, 97,,, Unknown[]",
    // What is named for days after the list may be newer than it.
    "REASON, 998, 2026-06-30,, Unknown[]",
    "REASON, 998, 2026-07-01,, NotLoaded[]",
    "REASON, 998,,, Unknown[]"
  })
  void standing_ofACode_followsTheDatesOfItsRow(
      Kind kind,
      String code,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      String expected) {
    RemittanceStandings standings = new RemittanceStandings(LIST);

    assertThat(standings.of(kind, code, new EffectiveDates(from, until))).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({"97", "125", "998"})
  void standing_withoutAList_isNotKnown(String code) {
    SmallTables nothing = new SmallTables(START, STOP);

    assertThat(
            new RemittanceStandings(nothing).of(Kind.REASON, code, new EffectiveDates(null, null)))
        .hasToString("NotLoaded[]");
  }
}
