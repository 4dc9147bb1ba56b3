package org.preclaim.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
  private final Budget budget = new Budget(Duration.ofNanos(100), nanos::get);

  @Test
  void charge_inTime_costsNothing() {
    budget.start();
    nanos.addAndGet(100); // the clock turns over from the largest to the smallest number

    assertThatCode(() -> read(10)).doesNotThrowAnyException();
    assertThat(budget.spent()).isFalse();
  }

  @Test
  void charge_timeIsOver_endsTheEvaluation() {
    budget.start();
    nanos.addAndGet(101);

    assertThatThrownBy(() -> read(2)).isInstanceOf(BudgetSpent.class);
    assertThat(budget.spent()).isTrue();
  }

  @Test
  void charge_spentAndSwallowed_throwsAtTheNextReads() {
    budget.start();
    nanos.addAndGet(101);
    assertThatThrownBy(() -> read(2)).isInstanceOf(BudgetSpent.class);

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
    nanos.addAndGet(101);
    assertThatThrownBy(() -> read(2)).isInstanceOf(BudgetSpent.class);

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

  private void read(int looks) {
    for (int i = 0; i < looks * (Budget.READS_UNWATCHED + 1); i++) {
      budget.charge();
    }
  }
}
