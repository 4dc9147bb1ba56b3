package org.preclaim.handwritten;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;

/** A service line with what is asked of it more than once worked out in advance. */
final class PlainLine {

  final int number;
  final String code;
  final List<String> modifiers;
  final BigDecimal units;
  final ServiceDates dates;
  final Sides side;
  final boolean distinct;
  final boolean repeated;
  final @Nullable Provider provider;
  final String place;
  private final List<String> diagnoses;

  /** Whether a payer would deny it, as far as is known. */
  boolean denied;

  PlainLine(Encounter encounter, ServiceLine line) {
    number = line.number();
    code = line.code().value();
    units = line.units();
    dates = line.dates();
    modifiers = new ArrayList<>(line.modifiers().size());
    boolean explained = false;
    boolean again = false;
    for (Modifier modifier : line.modifiers()) {
      String value = modifier.value();
      modifiers.add(value);
      explained |= saysDistinct(value);
      again |= value.equals("76") || value.equals("77") || value.equals("91");
    }
    distinct = explained;
    repeated = again;
    side = Sides.of(modifiers);
    Provider rendering = line.renderingProvider();
    provider = rendering == null ? encounter.billingProvider() : rendering;
    PlaceOfService own = line.placeOfService();
    PlaceOfService known = own == null ? encounter.placeOfService() : own;
    place = known == null ? "" : known.value();
    diagnoses = pointed(encounter, line);
  }

  private static boolean saysDistinct(String modifier) {
    return switch (modifier) {
      case "59", "XE", "XS", "XP", "XU" -> true;
      default -> false;
    };
  }

  private static List<String> pointed(Encounter encounter, ServiceLine line) {
    List<Diagnosis> sent = encounter.diagnoses();
    if (sent == null) {
      return List.of();
    }
    List<String> codes = new ArrayList<>();
    for (Diagnosis diagnosis : sent) {
      if (line.diagnosisPointers().contains(diagnosis.sequence())) {
        codes.add(diagnosis.code().value());
      }
    }
    return codes;
  }

  LocalDate day() {
    return dates.from();
  }

  boolean pointsToAny(List<String> prefixes) {
    for (String code : diagnoses) {
      for (String prefix : prefixes) {
        if (code.startsWith(prefix)) {
          return true;
        }
      }
    }
    return false;
  }

  int sidesStated() {
    return side.count() * Math.max(1, units.intValue());
  }

  boolean sameDay(PlainLine other) {
    return number != other.number
        && dates.overlap(other.dates)
        && Objects.equals(provider, other.provider);
  }

  boolean together(PlainLine other) {
    return !distinct && !other.distinct && sameDay(other) && side.meets(other.side);
  }

  boolean repeats(PlainLine first) {
    return code.equals(first.code)
        && !distinct
        && !repeated
        && dates.equals(first.dates)
        && sameDay(first)
        && new HashSet<>(modifiers).equals(new HashSet<>(first.modifiers));
  }
}
