package org.preclaim.intake.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.DiagnosisComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.intake.fhir.Concepts.Said;

/**
 * Reads the diagnoses, and then the items' pointers to them. A diagnosis of another code system
 * refuses the claim: left out, it would make services look unfounded.
 */
final class Diagnoses {

  private static final Set<String> CONDITION = Set.of("Condition");

  private final Reading reading;
  private final Found<Claim> claim;
  private final Concepts concepts;
  private final Sequences sequences;

  Diagnoses(Reading reading, Found<Claim> claim, Concepts concepts) {
    this.reading = reading;
    this.claim = claim;
    this.concepts = concepts;
    this.sequences = new Sequences(reading, "diagnosis");
  }

  /** The diagnoses by sequence; null where none were sent. */
  @Nullable List<Diagnosis> diagnoses() {
    List<DiagnosisComponent> sent = claim.resource().getDiagnosis();
    List<Diagnosis> diagnoses = new ArrayList<>();
    for (int index = 0; index < sent.size(); index++) {
      Spot spot = claim.spot().entry("diagnosis", index);
      int sequence = sequences.take(sent.get(index).getSequenceElement(), spot);
      Icd10Code code = code(sent.get(index), spot);
      if (code != null) {
        diagnoses.add(new Diagnosis(sequence, code));
      }
    }
    return sent.isEmpty() ? null : diagnoses;
  }

  private @Nullable Icd10Code code(DiagnosisComponent sent, Spot spot) {
    if (sent.getDiagnosis() instanceof CodeableConcept concept) {
      return code(concept, spot.field("diagnosis"));
    }
    Spot at = spot.field("diagnosis");
    Reference reference = sent.getDiagnosisReference();
    Found<DomainResource> found = reading.sent().resolve(reference, at, claim, CONDITION);
    if (found == null) {
      if (!reference.hasReference()) {
        reading.problem(at, FhirProblemCode.REFERENCE, "the diagnosis names no Condition");
      }
      return null;
    }
    Found<Condition> condition = found.as(Condition.class);
    return code(condition.resource().getCode(), condition.spot().field("code"));
  }

  private @Nullable Icd10Code code(CodeableConcept concept, Spot spot) {
    Said<Icd10Code> said = concepts.diagnosis(concept, spot);
    if (said instanceof Said.Foreign<Icd10Code> foreign) {
      reading.problem(spot, FhirProblemCode.CODE_SYSTEM, foreign.why());
    }
    return said instanceof Said.Code<Icd10Code> code ? code.code() : null;
  }

  /** The diagnoses that an item points to. */
  List<Integer> pointers(List<PositiveIntType> sent, Spot item) {
    List<Integer> pointers = new ArrayList<>();
    for (int index = 0; index < sent.size(); index++) {
      int sequence = Numbers.of(sent.get(index));
      if (sequences.has(sequence)) {
        pointers.add(sequence);
      } else {
        reading.problem(
            item.entry("diagnosisSequence", index),
            FhirProblemCode.UNKNOWN_DIAGNOSIS,
            "no diagnosis has the sequence `" + sequence + "`");
      }
    }
    return pointers;
  }
}
