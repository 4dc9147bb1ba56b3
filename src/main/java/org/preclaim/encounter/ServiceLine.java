package org.preclaim.encounter;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reported service.
 *
 * @param number the line's number, unique in its encounter, at most {@link #NUMBER_MAX}
 * @param code the procedure code as reported
 * @param modifiers in reported order
 * @param units how many, as reported
 * @param unitBasis what {@code units} counts
 * @param dates the days of service
 * @param diagnosisPointers sequences of the diagnoses that support the line, in reported order
 * @param charge absent where it was not sent
 * @param placeOfService the line's own place where it differs from the encounter's
 * @param renderingProvider absent where the billing provider rendered the service, or none was sent
 */
public record ServiceLine(
    int number,
    HcpcsCode code,
    List<Modifier> modifiers,
    BigDecimal units,
    UnitBasis unitBasis,
    ServiceDates dates,
    List<Integer> diagnosisPointers,
    @Nullable Money charge,
    @Nullable PlaceOfService placeOfService,
    @Nullable Provider renderingProvider) {

  /** The highest number that a line, or a diagnosis, can have; the lowest is 1. */
  public static final int NUMBER_MAX = 999_999;

  /** Copies the lists. */
  public ServiceLine {
    modifiers = List.copyOf(modifiers);
    diagnosisPointers = List.copyOf(diagnosisPointers);
  }
}
