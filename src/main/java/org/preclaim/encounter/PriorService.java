package org.preclaim.encounter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service of the same patient before this encounter.
 *
 * @param code the procedure code as reported
 * @param modifiers in reported order
 * @param dates the days of service
 * @param renderingProvider absent where it was not sent
 */
public record PriorService(
    HcpcsCode code,
    List<Modifier> modifiers,
    ServiceDates dates,
    @Nullable Provider renderingProvider) {

  /** Copies the list. */
  public PriorService {
    modifiers = List.copyOf(modifiers);
  }
}
