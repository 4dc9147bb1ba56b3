package org.preclaim.intake.fhir;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.UnitBasis;
import org.preclaim.problem.Quoted;

/** Reads how much: units, what they count, and charges. */
final class Amounts {

  private static final Set<String> MINUTES = Set.of("min", "mj");
  private static final Set<String> UNITS =
      Set.of("", "1", "un", "unit", "units", "{unit}", "{units}");
  private static final int DIGITS = 12;
  private static final int DECIMALS = 6;

  private final Reading reading;

  Amounts(Reading reading) {
    this.reading = reading;
  }

  /** How many; one where nothing was sent, null where a problem says why it is no number. */
  @Nullable BigDecimal units(Service service) {
    Quantity quantity = service.quantity();
    Spot spot = service.spot().field("quantity");
    if (quantity == null) {
      return BigDecimal.ONE;
    }
    BigDecimal value = quantity.getValue();
    if (value == null || quantity.hasComparator() || value.signum() <= 0 || !fits(value)) {
      reading.problem(
          spot,
          FhirProblemCode.QUANTITY,
          "the quantity is no number of units: expected one value above 0, of at most "
              + DIGITS
              + " digits and "
              + DECIMALS
              + " decimals, and no comparator");
      return null;
    }
    return value;
  }

  private static boolean fits(BigDecimal value) {
    return value.precision() - value.scale() <= DIGITS && value.scale() <= DECIMALS;
  }

  /** What the units count. */
  UnitBasis basis(Service service) {
    Quantity quantity = service.quantity();
    if (quantity == null) {
      return UnitBasis.UNITS;
    }
    String code = quantity.hasCode() ? quantity.getCode() : quantity.getUnit();
    String unit = code == null ? "" : code.strip().toLowerCase(Locale.ROOT);
    if (MINUTES.contains(unit)) {
      return UnitBasis.MINUTES;
    }
    if (!UNITS.contains(unit)) {
      reading.problem(
          service.spot().field("quantity"),
          FhirProblemCode.QUANTITY,
          Quoted.text(unit) + " is no unit that is read: expected none, `1` or `min`");
    }
    return UnitBasis.UNITS;
  }

  /** What is charged; null where nothing was sent, or a problem says why it is no amount. */
  @Nullable Money charge(Service service) {
    org.hl7.fhir.r4.model.Money net = service.net();
    if (net != null) {
      return money(net, BigDecimal.ONE, service.spot().field("net"));
    }
    org.hl7.fhir.r4.model.Money price = service.unitPrice();
    if (price == null || service.hasFactor()) {
      return null;
    }
    Quantity quantity = service.quantity();
    boolean counted = quantity != null && quantity.hasValue();
    BigDecimal times = counted && quantity != null ? quantity.getValue() : BigDecimal.ONE;
    return money(price, times, service.spot().field("unitPrice"));
  }

  private @Nullable Money money(org.hl7.fhir.r4.model.Money sent, BigDecimal times, Spot spot) {
    BigDecimal value = sent.getValue();
    boolean dollars = !sent.hasCurrency() || sent.getCurrency().equals("USD");
    if (value == null || !dollars || value.signum() < 0 || !fits(value)) {
      reading.problem(
          spot,
          FhirProblemCode.AMOUNT,
          "the amount is no charge: expected US dollars, of at most " + DIGITS + " digits");
      return null;
    }
    try {
      return new Money(value.multiply(times));
    } catch (IllegalArgumentException cents) {
      reading.problem(
          spot, FhirProblemCode.AMOUNT, "the amount has fractions of a cent: expected whole ones");
      return null;
    }
  }
}
