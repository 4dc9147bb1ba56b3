package org.preclaim.intake.json;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;
import org.preclaim.encounter.Vocabulary;

/** Reads one encounter from the values of one document. */
final class EncounterReader {

  private static final Set<String> ENCOUNTER_FIELDS =
      Set.of(
          "id",
          "setting",
          "payer",
          "placeOfService",
          "patient",
          "billingProvider",
          "diagnoses",
          "lines",
          "procedures",
          "documentation",
          "history");
  private static final Set<String> PATIENT_FIELDS = Set.of("key", "birthDate", "sex");
  private static final Set<String> DOCUMENTATION_FIELDS = Set.of("element", "value");

  private final JsonLimits limits;
  private final Problems problems;
  private final Scalars scalars;
  private final Codes codes;
  private final DiagnosisReader diagnoses;
  private final ServiceReader services;
  private @Nullable String id;
  private @Nullable Birth birth;

  private record Birth(LocalDate day, Spot spot) {}

  EncounterReader(Vocabulary vocabulary, JsonLimits limits, Problems problems) {
    this.limits = limits;
    this.problems = problems;
    this.scalars = new Scalars(vocabulary, limits, problems);
    this.codes = new Codes(scalars, problems);
    this.diagnoses = new DiagnosisReader(scalars, codes, limits, problems);
    this.services = new ServiceReader(scalars, codes, limits, problems, diagnoses);
  }

  /** The encounter's id, as far as one was read: it names a refused encounter too. */
  @Nullable String id() {
    return id;
  }

  /** The encounter; where something is wrong it is reported and the result means nothing. */
  @Nullable Encounter encounter(JsonValue root) {
    Fields fields = Fields.of(root, problems, ENCOUNTER_FIELDS);
    if (fields == null) {
      return null;
    }
    id = fields.required("id", scalars::text);
    Setting setting =
        fields.required(
            "setting", scalars.choice("setting", List.of(Setting.values()), Setting::word));
    String payer = fields.optional("payer", scalars::text);
    var place = fields.optional("placeOfService", codes::place);
    Patient patient = fields.required("patient", this::patient);
    var biller = fields.optional("billingProvider", services::provider);
    var diagnosisList = diagnoses.diagnoses(fields);
    var lines = fields.list("lines", limits.lines(), services::line);
    var procedures = fields.list("procedures", limits.listEntries(), services::procedure);
    var record = fields.list("documentation", limits.listEntries(), this::documentation);
    var history = fields.list("history", limits.listEntries(), services::prior);
    checkSomethingWasDone(fields);
    checkBirth();
    if (id == null || setting == null || patient == null) {
      return null;
    }
    List<ServiceLine> reported = lines == null ? List.of() : lines;
    return new Encounter(
        id,
        setting,
        payer,
        place,
        patient,
        biller,
        diagnosisList,
        reported,
        procedures,
        record,
        history);
  }

  private @Nullable Patient patient(JsonValue value) {
    Fields fields = Fields.of(value, problems, PATIENT_FIELDS);
    if (fields == null) {
      return null;
    }
    String key = fields.required("key", scalars::text);
    LocalDate birthDate = fields.optional("birthDate", scalars::date);
    if (birthDate != null) {
      birth = new Birth(birthDate, fields.spotOf("birthDate"));
    }
    Sex sex = fields.optional("sex", scalars.choice("sex", List.of(Sex.values()), Sex::word));
    return key == null ? null : new Patient(key, birthDate, sex == null ? Sex.UNKNOWN : sex);
  }

  private @Nullable Documentation documentation(JsonValue value) {
    Fields fields = Fields.of(value, problems, DOCUMENTATION_FIELDS);
    if (fields == null) {
      return null;
    }
    String element = fields.required("element", scalars.word("element"));
    String said = fields.optional("value", scalars::prose);
    return element == null ? null : new Documentation(element, said);
  }

  private void checkSomethingWasDone(Fields fields) {
    if (fields.isEmptyOrAbsent("lines") && fields.isEmptyOrAbsent("procedures")) {
      fields.missing("lines", "nothing to check: expected at least one of `lines` or `procedures`");
    }
  }

  private void checkBirth() {
    LocalDate served = services.earliest();
    if (birth != null && served != null && served.isBefore(birth.day())) {
      problems.add(
          birth.spot(),
          JsonProblemCode.BIRTH_AFTER_SERVICE,
          "the patient was born after the service of `" + served + "`");
    }
  }
}
