package org.preclaim.intake.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.problem.Quoted;

/** Reads days of service: the calendar day as the sender wrote it, whatever its time zone. */
final class Dates {

  private static final int DAY_LENGTH = "yyyy-mm-dd".length();

  private final Reading reading;

  Dates(Reading reading) {
    this.reading = reading;
  }

  /** The days of a date or a period; null where a problem says why there are none. */
  @Nullable ServiceDates dates(Type value, Spot spot) {
    if (value instanceof Period period) {
      return range(period, spot);
    }
    LocalDate day =
        value instanceof DateType || value instanceof DateTimeType
            ? day((BaseDateTimeType) value, spot)
            : null;
    return day == null ? null : ServiceDates.on(day);
  }

  /** The days of a period; null where a problem says why there are none. */
  @Nullable ServiceDates range(Period period, Spot spot) {
    if (!period.hasStart() || !period.hasEnd()) {
      reading.problem(
          spot, FhirProblemCode.DATE, "the period is open: expected both `start` and `end`");
      return null;
    }
    LocalDate from = day(period.getStartElement(), spot.field("start"));
    LocalDate to = day(period.getEndElement(), spot.field("end"));
    if (from == null || to == null) {
      return null;
    }
    if (to.isBefore(from)) {
      reading.problem(
          spot, FhirProblemCode.DATE, "the period runs backwards: `" + from + "` to `" + to + "`");
      return null;
    }
    return new ServiceDates(from, to);
  }

  private @Nullable LocalDate day(BaseDateTimeType value, Spot spot) {
    LocalDate day = dayOf(value);
    if (day == null) {
      String text = value.getValueAsString();
      reading.problem(
          spot,
          FhirProblemCode.DATE,
          Quoted.text(text == null ? "" : text) + " is no whole day: expected `yyyy-mm-dd`");
    }
    return day;
  }

  /** The day; null where the value is less exact. */
  static @Nullable LocalDate dayOf(BaseDateTimeType value) {
    String text = value.getValueAsString();
    try {
      return text == null || text.length() < DAY_LENGTH
          ? null
          : LocalDate.parse(text.substring(0, DAY_LENGTH));
    } catch (DateTimeException none) {
      return null;
    }
  }
}
