package org.preclaim.encounter;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in US dollars with two decimals.
 *
 * @param amount scale 2
 */
public record Money(BigDecimal amount) {

  /** No money. */
  public static final Money ZERO = new Money(BigDecimal.ZERO);

  /** A sum has fewer digits on either side of the point; {@code 1e999999999} fills the memory. */
  private static final int DIGITS_MOST = 100;

  /** Throws {@link IllegalArgumentException} where there is more than whole cents. */
  public Money {
    if (amount.scale() < -DIGITS_MOST || amount.scale() > DIGITS_MOST) {
      throw new IllegalArgumentException("`" + amount + "` is no amount of money");
    }
    try {
      amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException tooPrecise) {
      throw new IllegalArgumentException(
          "`" + amount.toPlainString() + "` has fractions of a cent", tooPrecise);
    }
  }

  /** The sum of both. */
  public Money plus(Money other) {
    return new Money(amount.add(other.amount));
  }

  @Override
  public String toString() {
    return amount.toPlainString();
  }
}
