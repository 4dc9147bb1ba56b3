package org.preclaim.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
  private final Budget budget = new Budget(Duration.ofNanos(100), nanos::get);

  /** Its thread goes on to other tests. */
  @AfterEach
  void end() {
    budget.stop();
  }

  @Test
  void chargeCurrent_whileAnEvaluationRuns_isChargedToIt() {
    budget.start();
    read(1);
    nanos.addAndGet(101);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i <= Budget.READS_UNWATCHED; i++) {
                Budget.chargeCurrent();
              }
            })
        .isInstanceOf(BudgetSpent.class);
    budget.stop();
    assertThatCode(Budget::chargeCurrent).doesNotThrowAnyException();
  }

  @Test
  void charge_beforeTheFirstLook_isFree() {
    budget.start();
    nanos.addAndGet(1_000_000);

    assertThatCode(() -> read(1)).doesNotThrowAnyException();
  }

  @Test
  void charge_inTime_costsNothing() {
    budget.start();
    read(1);
    nanos.addAndGet(100); // the clock turns over from the largest to the smallest number

    assertThatCode(() -> read(10)).doesNotThrowAnyException();
    assertThat(budget.spent()).isFalse();
  }

  @Test
  void charge_timeIsOver_endsTheEvaluation() {
    budget.start();
    read(1);
    nanos.addAndGet(101);

    assertThatThrownBy(() -> read(1)).isInstanceOf(BudgetSpent.class);
    assertThat(budget.spent()).isTrue();
  }

  @Test
  void charge_spentAndSwallowed_throwsAtTheNextReads() {
    budget.start();
    read(1);
    nanos.addAndGet(101);
    assertThatThrownBy(() -> read(1)).isInstanceOf(BudgetSpent.class);

    assertThatThrownBy(
            () -> {
              budget.charge();
              budget.charge();
            })
        .isInstanceOf(BudgetSpent.class);
  }

  @Test
  void start_afterAnOverrun_givesTheNextEvaluationItsOwnTime() {
    budget.start();
    read(1);
    nanos.addAndGet(101);
    assertThatThrownBy(() -> read(1)).isInstanceOf(BudgetSpent.class);

    budget.start();

    assertThatCode(() -> read(2)).doesNotThrowAnyException();
    assertThat(budget.spent()).isFalse();
  }

  @Test
  void charge_outsideAnEvaluation_neverThrows() {
    budget.start();
    budget.stop();
    nanos.addAndGet(1_000_000);

    assertThatCode(() -> read(10)).doesNotThrowAnyException();
  }

  @Test
  void charge_threadThatWaited_hasSpentNothing() throws InterruptedException {
    Budget ofProcessorTime = new Budget(Duration.ofMillis(5));
    ofProcessorTime.start();
    read(ofProcessorTime, 1);
    Thread.sleep(50);

    assertThatCode(() -> read(ofProcessorTime, 1)).doesNotThrowAnyException();
    ofProcessorTime.stop();
  }

  private void read(int looks) {
    read(budget, looks);
  }

  private static void read(Budget budget, int looks) {
    for (int i = 0; i < looks * (Budget.READS_UNWATCHED + 1); i++) {
      budget.charge();
    }
  }
}
