package org.preclaim.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A claim as the oracle reads it.
 *
 * @param setting {@code practitioner}, {@code outpatient-hospital} or {@code dme-supplier}
 * @param items its lines
 */
record Claim(String setting, List<Item> items) {

  /** A line. */
  record Item(
      int number,
      String code,
      List<String> modifiers,
      BigDecimal units,
      LocalDate from,
      LocalDate to,
      String provider) {

    boolean on(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean has(String modifier) {
      return modifiers.contains(modifier);
    }

    boolean hasAny(List<String> some) {
      return modifiers.stream().anyMatch(some::contains);
    }

    /** L, R, B for both, or nothing. */
    String side() {
      if (has("50") || (has("LT") && has("RT"))) {
        return "B";
      }
      return has("LT") ? "L" : has("RT") ? "R" : "";
    }

    /** Whether both are lines of one provider that share a day. */
    boolean meets(Item other) {
      return number != other.number
          && provider.equals(other.provider)
          && from.datesUntil(to.plusDays(1)).anyMatch(other::on);
    }
  }
}
