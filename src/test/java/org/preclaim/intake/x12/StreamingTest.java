package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;

/** A file is read as its claims are asked for, and a claim that was given is not kept. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StreamingTest {

  private static final int INPUT_BYTES = 10_000_000;

  /** The reader's buffer and what its parser takes ahead. */
  private static final int AHEAD_BYTES_MAX = 65_536;

  private static final int SAMPLE_EVERY = 10_000;
  private static final int COLLECTIONS_MAX = 50;

  @Test
  void firstClaim_ofALargeFile_takesOnlyTheStart() {
    EndlessClaims input = new EndlessClaims(Integer.MAX_VALUE);
    try (Admissions admissions = open(input)) {
      assertThat(admissions.next()).isInstanceOf(Admission.Admitted.class);
      assertThat(input.consumed()).isLessThan(AHEAD_BYTES_MAX);
    }
  }

  @Test
  void largeFile_readToItsEnd_keepsNoClaimAndReadsNoneAhead() throws InterruptedException {
    int claims = INPUT_BYTES / EndlessClaims.claimBytes();
    EndlessClaims input = new EndlessClaims(claims);
    List<WeakReference<Admission>> samples = new ArrayList<>();
    int admitted = 0;
    try (Admissions admissions = open(input)) {
      while (admissions.hasNext()) {
        Admission admission = admissions.next();
        admitted += admission instanceof Admission.Admitted ? 1 : 0;
        if (admitted % SAMPLE_EVERY == 1) {
          long given = (long) admitted * EndlessClaims.claimBytes();
          assertThat(input.consumed() - given).isLessThan(AHEAD_BYTES_MAX);
          samples.add(new WeakReference<>(admission));
        }
      }
      assertThat(admitted).isEqualTo(claims);
      assertThat(kept(samples)).isZero();
      assertThat(admissions.hasNext()).isFalse();
    }
  }

  private static long kept(List<WeakReference<Admission>> samples) throws InterruptedException {
    long kept = samples.size();
    for (int round = 0; round < COLLECTIONS_MAX && kept > 0; round++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(20);
      kept = samples.stream().filter(sample -> sample.get() != null).count();
    }
    return kept;
  }

  private static Admissions open(EndlessClaims input) {
    return X12Intake.open(input, Admitting.KEYS, X12Limits.DEFAULT);
  }
}
