package org.preclaim.intake.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.PriorService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.UnitBasis;

/** Reads what was done on some day: service lines, performed procedures, earlier services. */
final class ServiceReader {

  private static final Set<String> LINE_FIELDS =
      Set.of(
          "number",
          "code",
          "modifiers",
          "units",
          "unitBasis",
          "serviceDate",
          "serviceDates",
          "diagnosisPointers",
          "charge",
          "placeOfService",
          "renderingProvider");
  private static final Set<String> PROCEDURE_FIELDS =
      Set.of(
          "kind",
          "access",
          "approach",
          "intervention",
          "technique",
          "laterality",
          "guidance",
          "serviceDate",
          "serviceDates");
  private static final Set<String> PRIOR_FIELDS =
      Set.of("code", "modifiers", "serviceDate", "serviceDates", "renderingProvider");

  private final Scalars scalars;
  private final Codes codes;
  private final JsonLimits limits;
  private final Problems problems;
  private final DiagnosisReader diagnoses;
  private final Map<Integer, Spot> lineNumbers = new HashMap<>();
  private @Nullable LocalDate earliest;

  ServiceReader(
      Scalars scalars,
      Codes codes,
      JsonLimits limits,
      Problems problems,
      DiagnosisReader diagnoses) {
    this.scalars = scalars;
    this.codes = codes;
    this.limits = limits;
    this.problems = problems;
    this.diagnoses = diagnoses;
  }

  /** The first day of all services read so far; absent where none had a readable date. */
  @Nullable LocalDate earliest() {
    return earliest;
  }

  @Nullable ServiceLine line(JsonValue value) {
    Fields fields = Fields.of(value, problems, LINE_FIELDS);
    if (fields == null) {
      return null;
    }
    Integer number = fields.required("number", this::lineNumber);
    HcpcsCode code = fields.required("code", codes::procedure);
    BigDecimal units = fields.optional("units", scalars::units);
    UnitBasis basis =
        fields.optional(
            "unitBasis",
            scalars.choice("unit basis", List.of(UnitBasis.values()), UnitBasis::word));
    ServiceDates dates = dates(fields);
    List<Modifier> modifiers = modifiers(fields);
    List<Integer> pointers =
        fields.list("diagnosisPointers", limits.listEntries(), diagnoses::pointer);
    var charge = fields.optional("charge", scalars::charge);
    var place = fields.optional("placeOfService", codes::place);
    Provider renderer = fields.optional("renderingProvider", this::provider);
    if (number == null || code == null || dates == null) {
      return null;
    }
    return new ServiceLine(
        number,
        code,
        modifiers,
        units == null ? BigDecimal.ONE : units,
        basis == null ? UnitBasis.UNITS : basis,
        dates,
        pointers == null ? List.of() : pointers,
        charge,
        place,
        renderer);
  }

  private @Nullable Integer lineNumber(JsonValue value) {
    Integer number = scalars.number(value);
    if (number == null) {
      return null;
    }
    Spot first = lineNumbers.putIfAbsent(number, value.spot());
    if (first != null) {
      problems.add(
          value.spot(),
          JsonProblemCode.DUPLICATE_NUMBER,
          "line number `" + number + "` is taken by " + first.pointer());
    }
    return number;
  }

  @Nullable PerformedProcedure procedure(JsonValue value) {
    Fields fields = Fields.of(value, problems, PROCEDURE_FIELDS);
    if (fields == null) {
      return null;
    }
    String kind = fields.required("kind", scalars.word("kind"));
    String access = fields.optional("access", scalars.word("access"));
    String approach = fields.optional("approach", scalars.word("approach"));
    List<String> interventions = words(fields, "intervention");
    List<String> techniques = words(fields, "technique");
    String laterality = fields.optional("laterality", scalars.word("laterality"));
    List<String> guidance = words(fields, "guidance");
    ServiceDates dates = dates(fields);
    if (kind == null || dates == null) {
      return null;
    }
    return new PerformedProcedure(
        kind, access, approach, interventions, techniques, laterality, guidance, dates);
  }

  private List<String> words(Fields fields, String list) {
    return fields.oneOrMore(list, limits.listEntries(), scalars.word(list));
  }

  @Nullable PriorService prior(JsonValue value) {
    Fields fields = Fields.of(value, problems, PRIOR_FIELDS);
    if (fields == null) {
      return null;
    }
    HcpcsCode code = fields.required("code", codes::procedure);
    List<Modifier> modifiers = modifiers(fields);
    ServiceDates dates = dates(fields);
    Provider renderer = fields.optional("renderingProvider", this::provider);
    if (code == null || dates == null) {
      return null;
    }
    return new PriorService(code, modifiers, dates, renderer);
  }

  @Nullable Provider provider(JsonValue value) {
    Fields fields = Fields.of(value, problems, Set.of("npi"));
    Npi npi = fields == null ? null : fields.required("npi", codes::npi);
    return npi == null ? null : new Provider(npi);
  }

  private List<Modifier> modifiers(Fields fields) {
    List<Modifier> modifiers = fields.list("modifiers", limits.listEntries(), codes::modifier);
    return modifiers == null ? List.of() : modifiers;
  }

  private @Nullable ServiceDates dates(Fields fields) {
    if (!fields.has("serviceDate") && !fields.has("serviceDates")) {
      fields.missing("serviceDate", "`serviceDate` or `serviceDates` is missing");
      return null;
    }
    if (fields.has("serviceDate") && fields.has("serviceDates")) {
      problems.add(
          fields.spotOf("serviceDates"),
          JsonProblemCode.TWO_DATES,
          "the service has both `serviceDate` and `serviceDates`",
          "leave one");
    }
    LocalDate day = fields.optional("serviceDate", scalars::date);
    ServiceDates range = fields.optional("serviceDates", this::range);
    ServiceDates dates = day == null ? range : ServiceDates.on(day);
    if (dates != null && (earliest == null || dates.from().isBefore(earliest))) {
      earliest = dates.from();
    }
    return dates;
  }

  private @Nullable ServiceDates range(JsonValue value) {
    Fields fields = Fields.of(value, problems, Set.of("from", "to"));
    if (fields == null) {
      return null;
    }
    LocalDate from = fields.required("from", scalars::date);
    LocalDate to = fields.required("to", scalars::date);
    if (from == null || to == null) {
      return null;
    }
    if (to.isBefore(from)) {
      problems.add(
          value.spot(),
          JsonProblemCode.DATES_REVERSED,
          "the range runs backwards: `" + from + "` to `" + to + "`");
      return null;
    }
    return new ServiceDates(from, to);
  }
}
