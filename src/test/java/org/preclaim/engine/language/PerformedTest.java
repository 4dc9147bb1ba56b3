package org.preclaim.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preclaim.fixtures.Encounters.line;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.PayerProfile;
import org.preclaim.encounter.PayerProfile.BothSides;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.fixtures.Encounters;

class PerformedTest {

  private static final PayerProfile FIFTY =
      new PayerProfile("medicare", BothSides.ONE_LINE_WITH_50);
  private static final PayerProfile RT_LT = new PayerProfile("other", BothSides.TWO_LINES_RT_LT);

  @Test
  void beside_codeOnTheSameSideOrNone_holds() {
    Performed left =
        facts(List.of(line(1, "50435-LT"), line(2, "50684")), work("a", "left")).get(0);

    assertThat(left.beside("50435")).isTrue();
    assertThat(left.beside("50684")).isTrue();
    assertThat(left.beside("50431")).isFalse();
  }

  @Test
  void beside_codeOnTheOppositeSide_doesNotHold() {
    Performed left = facts(List.of(line(1, "50435-RT")), work("a", "left")).get(0);

    assertThat(left.beside("50435")).isFalse();
  }

  @Test
  void beside_ownKind_holdsOnlyForOtherWork() {
    Performed alone = facts(List.of(), work("a", "left")).get(0);
    Performed first = facts(List.of(), work("a", "left"), work("a", "left")).get(0);

    assertThat(alone.beside("a")).isFalse();
    assertThat(first.beside("a")).isTrue();
  }

  @Test
  void beside_kindOnAnotherDayOrTheOppositeSide_doesNotHold() {
    PerformedProcedure dayBefore = on(Encounters.DAY.minusDays(1), "b", "left");
    Performed left = facts(List.of(), work("a", "left"), dayBefore, work("c", "right")).get(0);

    assertThat(left.beside("b")).isFalse();
    assertThat(left.beside("c")).isFalse();
  }

  @Test
  void onTwoLines_bothSidesOfASidedCode_followsThePayer() {
    PerformedProcedure both = work("a", "bilateral");

    assertThat(selected(both, RT_LT).sides("sided").onTwoLines()).isTrue();
    assertThat(selected(both, RT_LT).sides("none").onTwoLines()).isFalse();
    assertThat(selected(both, FIFTY).sides("sided").onTwoLines()).isFalse();
    assertThat(selected(work("a", "left"), RT_LT).sides("sided").onTwoLines()).isFalse();
  }

  @Test
  void partOf_sameCodeThatSaysMoreOfTheSide_holdsOneWay() {
    CodeSelected none = selected(work("a", null), FIFTY);
    CodeSelected left = selected(work("a", "left"), FIFTY);
    CodeSelected right = selected(work("a", "right"), FIFTY);
    CodeSelected both = selected(work("a", "bilateral"), FIFTY);

    assertThat(none.partOf(left)).isTrue();
    assertThat(left.partOf(both)).isTrue();
    assertThat(left.partOf(none)).isFalse();
    assertThat(left.partOf(right)).isFalse();
    assertThat(left.partOf(left)).isFalse();
  }

  @Test
  void sideMissing_recordStatesMoreThanTheLine_holds() {
    assertThat(sideMissing("50431", "left")).isTrue();
    assertThat(sideMissing("50431-LT", "bilateral")).isTrue();
    assertThat(sideMissing("50431-LT", "left")).isFalse();
    assertThat(sideMissing("50431-LT", "right")).isFalse();
    assertThat(sideMissing("50431-50", "left")).isFalse();
    assertThat(sideMissing("50431", null)).isFalse();
  }

  private static boolean sideMissing(String codeAndModifiers, @Nullable String side) {
    Encounter encounter =
        Encounters.with(
            List.of(line(1, codeAndModifiers)), null, List.of(work("nephrostogram", side)), null);
    Facts facts = Facts.of(encounter, FIFTY);
    return SidedCode.of(facts.lines().get(0), "two lines")
        .kinds("nephrostogram, ureterogram")
        .sideMissing(facts.procedures().get(0));
  }

  private static CodeSelected selected(PerformedProcedure procedure, PayerProfile payer) {
    Encounter encounter = Encounters.with(List.of(), null, List.of(procedure), null);
    return CodeSelected.of("50431", Facts.of(encounter, payer).procedures().get(0));
  }

  private static List<Performed> facts(List<ServiceLine> lines, PerformedProcedure... work) {
    return Facts.of(Encounters.with(lines, null, Arrays.asList(work), null), FIFTY).procedures();
  }

  private static PerformedProcedure work(String kind, @Nullable String side) {
    return on(Encounters.DAY, kind, side);
  }

  private static PerformedProcedure on(LocalDate day, String kind, @Nullable String side) {
    return new PerformedProcedure(
        kind, null, null, List.of(), List.of(), side, List.of(), ServiceDates.on(day));
  }
}
