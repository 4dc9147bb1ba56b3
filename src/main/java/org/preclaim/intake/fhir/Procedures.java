package org.preclaim.intake.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.ProcedureComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Procedure;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.problem.Quoted;

/**
 * Reads what was performed: Procedures that the claim names, as far as they say it in the words of
 * the vocabulary. What other code systems say of a procedure is not translated.
 */
final class Procedures {

  /** The extension of a Procedure that carries one word. */
  static final String DETAIL = CodeSystems.OWN_EXTENSIONS + "procedure-detail";

  private static final String KIND = "kind";
  private static final Set<String> LISTS =
      Set.of("access", "approach", "intervention", "technique", "laterality", "guidance");
  private static final Set<String> PROCEDURE = Set.of("Procedure");

  private final Reading reading;
  private final Found<Claim> claim;
  private final Concepts concepts;
  private final Dates dates;

  Procedures(Reading reading, Found<Claim> claim, Concepts concepts) {
    this.reading = reading;
    this.claim = claim;
    this.concepts = concepts;
    this.dates = new Dates(reading);
  }

  /** What was performed; null where nothing was sent in words that are read. */
  @Nullable List<PerformedProcedure> procedures() {
    List<PerformedProcedure> performed = new ArrayList<>();
    List<ProcedureComponent> sent = claim.resource().getProcedure();
    boolean any = false;
    for (int index = 0; index < sent.size(); index++) {
      Spot spot = claim.spot().entry("procedure", index).field("procedure");
      Found<Procedure> found = found(sent.get(index), spot);
      if (found == null) {
        continue;
      }
      if (!saysKind(found.resource().getCode())) {
        notInOurWords(found.spot());
        continue;
      }
      any = true;
      PerformedProcedure procedure = performed(found);
      if (procedure != null) {
        performed.add(procedure);
      }
    }
    return any ? performed : null;
  }

  private @Nullable Found<Procedure> found(ProcedureComponent sent, Spot spot) {
    if (sent.getProcedure() instanceof CodeableConcept) {
      notInOurWords(spot);
      return null;
    }
    Found<DomainResource> found =
        reading.sent().resolve(sent.getProcedureReference(), spot, claim, PROCEDURE);
    return found == null ? null : found.as(Procedure.class);
  }

  private void notInOurWords(Spot spot) {
    reading.notice(
        spot,
        FhirProblemCode.NOT_READ,
        "the procedure has no code of the system `"
            + CodeSystems.OWN_CODES
            + KIND
            + "` and is not looked at");
  }

  private static boolean saysKind(CodeableConcept code) {
    return code.getCoding().stream()
        .anyMatch(each -> (CodeSystems.OWN_CODES + KIND).equals(each.getSystem()));
  }

  private @Nullable PerformedProcedure performed(Found<Procedure> found) {
    Procedure procedure = found.resource();
    String kind = concepts.word(procedure.getCode(), found.spot().field("code"), KIND);
    Map<String, List<String>> words = details(found);
    if (!procedure.hasPerformedDateTimeType() && !procedure.hasPerformedPeriod()) {
      reading.problem(
          found.spot().field("performed"),
          FhirProblemCode.DATE,
          "the procedure has no day: expected `performedDateTime` or `performedPeriod`");
      return null;
    }
    ServiceDates performed = dates.dates(procedure.getPerformed(), found.spot().field("performed"));
    if (kind == null || performed == null) {
      return null;
    }
    return new PerformedProcedure(
        kind,
        single(words, "access", found.spot()),
        single(words, "approach", found.spot()),
        words.getOrDefault("intervention", List.of()),
        words.getOrDefault("technique", List.of()),
        single(words, "laterality", found.spot()),
        words.getOrDefault("guidance", List.of()),
        performed);
  }

  private Map<String, List<String>> details(Found<Procedure> found) {
    Map<String, List<String>> words = new TreeMap<>();
    List<Extension> extensions = found.resource().getExtension();
    for (int index = 0; index < extensions.size(); index++) {
      if (!DETAIL.equals(extensions.get(index).getUrl())) {
        continue;
      }
      Spot spot = found.spot().entry("extension", index).field("value");
      Coding coding =
          extensions.get(index).getValue() instanceof Coding given ? given : new Coding();
      String system = coding.hasSystem() ? coding.getSystem() : "";
      String list = system.substring(system.lastIndexOf('/') + 1);
      if (!system.equals(CodeSystems.OWN_CODES + list) || !LISTS.contains(list)) {
        reading.problem(
            spot,
            FhirProblemCode.CODE_SYSTEM,
            Quoted.text(system) + " says nothing about a procedure: expected a list of words");
        continue;
      }
      String word = concepts.word(coding, spot, list);
      if (word != null) {
        words.computeIfAbsent(list, any -> new ArrayList<>()).add(word);
      }
    }
    return words;
  }

  private @Nullable String single(Map<String, List<String>> words, String list, Spot spot) {
    List<String> found = words.getOrDefault(list, List.of());
    if (found.size() > 1) {
      reading.problem(
          spot,
          FhirProblemCode.TWO_CODES,
          "the procedure has " + found.size() + " words of the list `" + list + "`: expected one");
    }
    return found.isEmpty() ? null : found.get(0);
  }
}
