package org.preclaim.answer;

import static org.preclaim.answer.CanonicalJson.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.PriorService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.UnitBasis;

/** The facts of an encounter as rows of a page: all of them, and which lists were not sent. */
final class FactsText {

  private static final int INDENT = 2;
  private static final int LABEL_WIDTH = 12;
  private static final String NOT_SENT = "not sent";
  private static final String ERASED = "erased";

  private final TextPage page;

  FactsText(TextPage page) {
    this.page = page;
  }

  /**
   * Writes them.
   *
   * @param erased whether its personal facts were erased, so that others stand in their place
   */
  void write(Encounter encounter, boolean erased) {
    row("setting", encounter.setting().word());
    optional("payer", encounter.payer());
    optional("place", encounter.placeOfService());
    row("patient", patient(encounter.patient(), erased));
    optional("billed by", npi(encounter.billingProvider()));
    diagnoses(encounter.diagnoses());
    encounter.lines().forEach(line -> row("line " + line.number(), line(line)));
    sent("performed", encounter.procedures(), FactsText::performed);
    sent("documented", encounter.documentation(), each -> documented(each, erased));
    sent("earlier", encounter.history(), FactsText::earlier);
  }

  private void row(String label, String text) {
    page.row(INDENT, Tone.PLAIN, label, LABEL_WIDTH, text);
  }

  private void optional(String label, @Nullable Object value) {
    if (value != null) {
      row(label, value.toString());
    }
  }

  private <T> void sent(String label, @Nullable List<T> list, Function<T, String> words) {
    if (list == null) {
      row(label, NOT_SENT);
    } else if (list.isEmpty()) {
      row(label, "nothing");
    } else {
      list.forEach(each -> row(label, words.apply(each)));
    }
  }

  private static String patient(Patient patient, boolean erased) {
    if (erased) {
      return "key and date of birth " + ERASED + ", " + patient.sex().word();
    }
    String born = patient.birthDate() == null ? "" : ", born " + patient.birthDate();
    return patient.key() + born + ", " + patient.sex().word();
  }

  private void diagnoses(@Nullable List<Diagnosis> diagnoses) {
    row(
        "diagnoses",
        diagnoses == null
            ? NOT_SENT
            : diagnoses.isEmpty()
                ? "nothing"
                : diagnoses.stream()
                    .map(each -> each.sequence() + " " + each.code())
                    .collect(Collectors.joining(", ")));
  }

  private static String line(ServiceLine line) {
    List<String> parts = new ArrayList<>();
    String minutes = line.unitBasis() == UnitBasis.MINUTES ? " minutes" : "";
    parts.add(
        coded(line.code(), line.modifiers())
            + " x "
            + plain(line.units())
            + minutes
            + " "
            + days(line.dates()));
    if (!line.diagnosisPointers().isEmpty()) {
      parts.add(
          "for diagnosis "
              + line.diagnosisPointers().stream()
                  .map(Object::toString)
                  .collect(Collectors.joining(" and ")));
    }
    part(parts, "charge ", line.charge());
    part(parts, "place ", line.placeOfService());
    part(parts, "rendered by ", npi(line.renderingProvider()));
    return String.join(", ", parts);
  }

  private static String performed(PerformedProcedure procedure) {
    List<String> parts = new ArrayList<>();
    String side = procedure.laterality() == null ? "" : " " + procedure.laterality();
    parts.add(procedure.kind() + side + " " + days(procedure.dates()));
    part(parts, "access ", procedure.access());
    part(parts, "approach ", procedure.approach());
    parts(parts, "intervention ", procedure.interventions());
    parts(parts, "technique ", procedure.techniques());
    parts(parts, "guidance ", procedure.guidance());
    return String.join(", ", parts);
  }

  /** After an erasure nobody can tell whether there was a text. */
  private static String documented(Documentation documented, boolean erased) {
    String value = documented.value();
    String text = erased ? " (what the record says is " + ERASED + ")" : "";
    return documented.element() + (value == null ? text : ": " + value);
  }

  private static String earlier(PriorService prior) {
    String npi = npi(prior.renderingProvider());
    return coded(prior.code(), prior.modifiers())
        + " "
        + days(prior.dates())
        + (npi == null ? "" : ", rendered by " + npi);
  }

  private static String coded(Object code, List<Modifier> modifiers) {
    return DecisionText.coded(code.toString(), modifiers.stream().map(Modifier::toString).toList());
  }

  private static String days(ServiceDates dates) {
    return dates.isOneDay() ? "on " + dates.from() : "from " + dates.from() + " to " + dates.to();
  }

  private static @Nullable String npi(@Nullable Provider provider) {
    return provider == null ? null : provider.npi().toString();
  }

  private static void part(List<String> parts, String label, @Nullable Object value) {
    if (value != null) {
      parts.add(label + value);
    }
  }

  private static void parts(List<String> parts, String label, List<String> values) {
    values.forEach(value -> parts.add(label + value));
  }
}
