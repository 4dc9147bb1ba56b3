package org.preclaim.answer;

import static org.preclaim.answer.CanonicalJson.objects;
import static org.preclaim.answer.CanonicalJson.optional;
import static org.preclaim.answer.CanonicalJson.texts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.PriorService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import tools.jackson.core.JsonGenerator;

/**
 * The JSON of an encounter's facts: one line, fields in a fixed order, equal encounters the same
 * bytes. Intake reads it back to an equal encounter, whichever format it once came in.
 */
public final class FactsJson {

  private FactsJson() {}

  /** The encounter, without a line break at its end. */
  public static String line(Encounter encounter) {
    return CanonicalJson.line(
        json -> {
          json.writeStartObject();
          members(json, encounter);
          json.writeEndObject();
        });
  }

  private static void members(JsonGenerator json, Encounter encounter) {
    json.writeStringProperty("id", encounter.id());
    json.writeStringProperty("setting", encounter.setting().word());
    optional(json, "payer", encounter.payer());
    optional(json, "placeOfService", encounter.placeOfService());
    patient(json, encounter.patient());
    provider(json, "billingProvider", encounter.billingProvider());
    if (encounter.diagnoses() != null) {
      objects(
          json,
          "diagnoses",
          encounter.diagnoses(),
          each -> {
            json.writeNumberProperty("sequence", each.sequence());
            json.writeStringProperty("code", each.code().toString());
          });
    }
    objects(json, "lines", encounter.lines(), each -> line(json, each));
    if (encounter.procedures() != null) {
      objects(json, "procedures", encounter.procedures(), each -> procedure(json, each));
    }
    if (encounter.documentation() != null) {
      objects(
          json,
          "documentation",
          encounter.documentation(),
          each -> {
            json.writeStringProperty("element", each.element());
            optional(json, "value", each.value());
          });
    }
    if (encounter.history() != null) {
      objects(json, "history", encounter.history(), each -> prior(json, each));
    }
  }

  private static void patient(JsonGenerator json, Patient patient) {
    json.writeObjectPropertyStart("patient");
    json.writeStringProperty("key", patient.key());
    optional(json, "birthDate", patient.birthDate());
    json.writeStringProperty("sex", patient.sex().word());
    json.writeEndObject();
  }

  private static void provider(JsonGenerator json, String name, @Nullable Provider provider) {
    if (provider != null) {
      json.writeObjectPropertyStart(name);
      json.writeStringProperty("npi", provider.npi().toString());
      json.writeEndObject();
    }
  }

  private static void line(JsonGenerator json, ServiceLine line) {
    json.writeNumberProperty("number", line.number());
    json.writeStringProperty("code", line.code().value());
    modifiers(json, line.modifiers());
    // With its zeros: they make it another number of the same value.
    json.writeStringProperty("units", line.units().toPlainString());
    json.writeStringProperty("unitBasis", line.unitBasis().word());
    dates(json, line.dates());
    json.writeArrayPropertyStart("diagnosisPointers");
    line.diagnosisPointers().forEach(json::writeNumber);
    json.writeEndArray();
    optional(json, "charge", line.charge());
    optional(json, "placeOfService", line.placeOfService());
    provider(json, "renderingProvider", line.renderingProvider());
  }

  private static void procedure(JsonGenerator json, PerformedProcedure procedure) {
    json.writeStringProperty("kind", procedure.kind());
    optional(json, "access", procedure.access());
    optional(json, "approach", procedure.approach());
    texts(json, "intervention", procedure.interventions());
    texts(json, "technique", procedure.techniques());
    optional(json, "laterality", procedure.laterality());
    texts(json, "guidance", procedure.guidance());
    dates(json, procedure.dates());
  }

  private static void prior(JsonGenerator json, PriorService prior) {
    json.writeStringProperty("code", prior.code().value());
    modifiers(json, prior.modifiers());
    dates(json, prior.dates());
    provider(json, "renderingProvider", prior.renderingProvider());
  }

  private static void modifiers(JsonGenerator json, List<Modifier> modifiers) {
    texts(json, "modifiers", modifiers.stream().map(Modifier::toString).toList());
  }

  private static void dates(JsonGenerator json, ServiceDates dates) {
    if (dates.isOneDay()) {
      json.writeStringProperty("serviceDate", dates.from().toString());
      return;
    }
    json.writeObjectPropertyStart("serviceDates");
    json.writeStringProperty("from", dates.from().toString());
    json.writeStringProperty("to", dates.to().toString());
    json.writeEndObject();
  }
}
