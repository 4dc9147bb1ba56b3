package org.preclaim.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @Test
  void amount_ofWholeCents_hasTwoDecimals() {
    assertThat(new Money(new BigDecimal("1.2e3"))).hasToString("1200.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.001", "1e999999999", "1e-999999999"})
  void amount_thatIsNone_isRefused(String amount) {
    assertThatThrownBy(() -> new Money(new BigDecimal(amount)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
