package org.preclaim.intake.x12;

import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.Provider;

/** Reads the NPI of a provider's NM1. */
final class ProviderReader {

  private static final String NPI = "XX";

  private ProviderReader() {}

  /**
   * The provider of {@code name}; null where none was sent. One without a usable NPI cannot be told
   * from another: it is left out, and noticed, because a policy that needs it will have no data.
   */
  static @Nullable Provider read(@Nullable Segment name, String role, Findings notices) {
    if (name == null) {
      return null;
    }
    String id = name.text(9).strip();
    if (!name.text(8).equals(NPI)) {
      // Other qualifiers bring tax or social security numbers, which are not shown.
      notices.add(name.problem(X12Code.PROVIDER_ID, 8, "the %s has no NPI; it is left out", role));
      return null;
    }
    try {
      return new Provider(new Npi(id));
    } catch (IllegalArgumentException noNpi) {
      notices.add(
          name.problem(
              X12Code.PROVIDER_ID,
              9,
              "`%s` is not an NPI; expected ten digits; the %s is left out",
              id,
              role));
      return null;
    }
  }
}
