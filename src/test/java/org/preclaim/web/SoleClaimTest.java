package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.fixtures.Encounters;
import org.preclaim.intake.Admission;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.web.refusal.Refusal;

class SoleClaimTest {

  private static final Problem PROBLEM =
      new Problem(new Place.TextPosition("body", 1, 1), "X12-ANY", "something is wrong");
  private static final Admission CLAIM =
      new Admission.Admitted(Encounters.of(Encounters.line(1, "50431")));

  private final SoleClaim sole = new SoleClaim();

  @Test
  void admission_oneClaim_isThatClaim() {
    sole.see(CLAIM);

    assertThat(sole.admission()).isSameAs(CLAIM);
  }

  @Test
  void admission_noClaim_isRefused() {
    assertThat(refusal().detail()).startsWith("found no claim, expected one;");
  }

  @Test
  void admission_severalClaims_areCountedAlsoWhereOneIsUnreadable() {
    sole.see(CLAIM);
    sole.see(new Admission.Refused("E-2", List.of(PROBLEM)));

    assertThat(refusal().status()).isEqualTo(422);
    assertThat(refusal().detail()).startsWith("found 2 claims, expected one;");
  }

  @Test
  void admission_oneClaimWithANotice_isThatClaim() {
    sole.see(new Admission.Noticed("E-1", List.of(PROBLEM)));
    sole.see(CLAIM);

    assertThat(sole.admission()).isSameAs(CLAIM);
  }

  @Test
  void admission_damagedFile_isToldFirst() {
    sole.see(CLAIM);
    sole.see(CLAIM);
    sole.see(new Admission.Refused(null, List.of(PROBLEM)));

    assertThat(sole.admission()).isEqualTo(new Admission.Refused(null, List.of(PROBLEM)));
  }

  @Test
  void notices_moreThanAreKept_areCounted() {
    for (int odd = 0; odd < 10_000; odd++) {
      sole.see(new Admission.Noticed(null, List.of(PROBLEM)));
    }
    sole.see(CLAIM);

    assertThat(sole.notices()).hasSize(101);
    assertThat(sole.notices().get(100).message()).isEqualTo("9900 further problems are not shown");
    assertThat(sole.admission()).isSameAs(CLAIM);
  }

  private ProblemAnswer refusal() {
    return catchThrowableOfType(Refusal.class, sole::admission).problem();
  }
}
