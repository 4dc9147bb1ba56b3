package org.preclaim.answer;

import static org.preclaim.answer.JsonFields.list;
import static org.preclaim.answer.JsonFields.optional;
import static org.preclaim.answer.JsonFields.text;
import static org.preclaim.answer.JsonFields.word;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.PriorService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;
import org.preclaim.encounter.UnitBasis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An encounter's facts from the JSON that {@link FactsJson} wrote. Unlike intake it needs no
 * vocabulary: what was read in the words of a release once can be told without that release.
 */
public final class FactsReading {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FactsReading() {}

  /**
   * The encounter in {@code line}; throws {@link RuntimeException} where {@link FactsJson} did not
   * write it.
   */
  public static Encounter of(String line) {
    JsonNode json = JSON.readTree(line);
    return new Encounter(
        text(json, "id"),
        word(Setting.values(), Setting::word, text(json, "setting")),
        optional(json, "payer"),
        read(json, "placeOfService", PlaceOfService::new),
        patient(json.path("patient")),
        provider(json, "billingProvider"),
        sent(json, "diagnoses", FactsReading::diagnosis),
        list(json.path("lines"), FactsReading::line),
        sent(json, "procedures", FactsReading::procedure),
        sent(json, "documentation", FactsReading::documented),
        sent(json, "history", FactsReading::prior));
  }

  private static Patient patient(JsonNode json) {
    return new Patient(
        text(json, "key"),
        read(json, "birthDate", LocalDate::parse),
        word(Sex.values(), Sex::word, text(json, "sex")));
  }

  private static @Nullable Provider provider(JsonNode json, String name) {
    return json.has(name) ? new Provider(new Npi(text(json.path(name), "npi"))) : null;
  }

  private static Diagnosis diagnosis(JsonNode json) {
    return new Diagnosis(json.path("sequence").asInt(), Icd10Code.of(text(json, "code")));
  }

  private static ServiceLine line(JsonNode json) {
    return new ServiceLine(
        json.path("number").asInt(),
        new HcpcsCode(text(json, "code")),
        modifiers(json),
        new BigDecimal(text(json, "units")),
        word(UnitBasis.values(), UnitBasis::word, text(json, "unitBasis")),
        dates(json),
        list(json.path("diagnosisPointers"), JsonNode::asInt),
        read(json, "charge", charge -> new Money(new BigDecimal(charge))),
        read(json, "placeOfService", PlaceOfService::new),
        provider(json, "renderingProvider"));
  }

  private static PerformedProcedure procedure(JsonNode json) {
    return new PerformedProcedure(
        text(json, "kind"),
        optional(json, "access"),
        optional(json, "approach"),
        list(json.path("intervention"), JsonNode::asString),
        list(json.path("technique"), JsonNode::asString),
        optional(json, "laterality"),
        list(json.path("guidance"), JsonNode::asString),
        dates(json));
  }

  private static Documentation documented(JsonNode json) {
    return new Documentation(text(json, "element"), optional(json, "value"));
  }

  private static PriorService prior(JsonNode json) {
    return new PriorService(
        new HcpcsCode(text(json, "code")),
        modifiers(json),
        dates(json),
        provider(json, "renderingProvider"));
  }

  private static List<Modifier> modifiers(JsonNode json) {
    return list(json.path("modifiers"), each -> new Modifier(each.asString()));
  }

  private static ServiceDates dates(JsonNode json) {
    JsonNode range = json.path("serviceDates");
    return range.isMissingNode()
        ? ServiceDates.on(LocalDate.parse(text(json, "serviceDate")))
        : new ServiceDates(
            LocalDate.parse(text(range, "from")), LocalDate.parse(text(range, "to")));
  }

  private static <T> @Nullable T read(JsonNode json, String name, Function<String, T> reader) {
    return json.has(name) ? reader.apply(text(json, name)) : null;
  }

  /** A list that was not sent is another thing than an empty one. */
  private static <T> @Nullable List<T> sent(
      JsonNode json, String name, Function<JsonNode, T> reader) {
    return json.has(name) ? list(json.path(name), reader) : null;
  }
}
