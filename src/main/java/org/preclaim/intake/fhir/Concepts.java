package org.preclaim.intake.fhir;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.problem.Quoted;

/**
 * Reads codes out of concepts: by their system, never by their text. A concept may have codings of
 * other systems beside the one that is read; one that has only others is not guessed at.
 */
final class Concepts {

  private final Reading reading;

  Concepts(Reading reading) {
    this.reading = reading;
  }

  /** What a concept says. */
  sealed interface Said<T> {

    /** A code of a system that is read. */
    record Code<T>(T code) implements Said<T> {}

    /** Codes of other systems only, or none; {@code why} is the reason in words. */
    record Foreign<T>(String why) implements Said<T> {}

    /** A code that cannot be one; the problem was reported. */
    record Wrong<T>() implements Said<T> {}
  }

  Said<HcpcsCode> procedure(CodeableConcept concept, Spot spot) {
    return said(concept, spot, CodeSystems::isProcedure, "a CPT or HCPCS code", HcpcsCode::of);
  }

  Said<Modifier> modifier(CodeableConcept concept, Spot spot) {
    return said(concept, spot, CodeSystems::isProcedure, "a CPT or HCPCS modifier", Modifier::of);
  }

  Said<Icd10Code> diagnosis(CodeableConcept concept, Spot spot) {
    return said(concept, spot, CodeSystems::isDiagnosis, "an ICD-10-CM code", Icd10Code::of);
  }

  Said<PlaceOfService> place(CodeableConcept concept, Spot spot) {
    return said(
        concept, spot, CodeSystems::isPlace, "a place of service code", PlaceOfService::new);
  }

  /** The word of the list {@code list} that a concept names; null where it names none. */
  @Nullable String word(CodeableConcept concept, Spot spot, String list) {
    List<Coding> codings = concept.getCoding();
    for (int index = 0; index < codings.size(); index++) {
      if ((CodeSystems.OWN_CODES + list).equals(codings.get(index).getSystem())) {
        return word(codings.get(index), spot.entry("coding", index), list);
      }
    }
    return null;
  }

  /** The word of {@code list} in a coding; null where a problem says why it is none. */
  @Nullable String word(Coding coding, Spot spot, String list) {
    String word = coding.hasCode() ? coding.getCode() : "";
    if (reading.vocabulary().holds(list, word)) {
      return word;
    }
    reading
        .problems()
        .add(
            spot.field("code"),
            FhirProblemCode.UNKNOWN_WORD,
            Quoted.text(word) + " is not in the list `" + list + "`",
            reading
                .vocabulary()
                .nearest(list, word)
                .map(near -> "did you mean `" + near + "`?")
                .orElse(null));
    return null;
  }

  private <T> Said<T> said(
      CodeableConcept concept,
      Spot spot,
      Predicate<@Nullable String> read,
      String expected,
      Function<String, T> shape) {
    Set<T> codes = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    boolean wrong = false;
    List<Coding> codings = concept.getCoding();
    for (int index = 0; index < codings.size(); index++) {
      Coding coding = codings.get(index);
      if (read.test(coding.getSystem()) && coding.hasCode()) {
        try {
          codes.add(shape.apply(coding.getCode()));
        } catch (IllegalArgumentException none) {
          wrong = true;
          reading.problem(
              spot.entry("coding", index).field("code"),
              FhirProblemCode.BAD_CODE,
              Quoted.text(coding.getCode()) + " is not " + expected);
        }
      }
    }
    if (codes.size() > 1) {
      wrong = true;
      reading.problem(
          spot,
          FhirProblemCode.TWO_CODES,
          "the concept names " + inWords(codes) + ": expected one");
    }
    if (wrong) {
      return new Said.Wrong<>();
    }
    return codes.isEmpty()
        ? new Said.Foreign<>(foreign(codings) + ": expected " + expected)
        : new Said.Code<>(codes.iterator().next());
  }

  private static String inWords(Set<?> codes) {
    return codes.stream().map(each -> "`" + each + "`").collect(Collectors.joining(" and "));
  }

  private static String foreign(List<Coding> codings) {
    if (codings.isEmpty()) {
      return "there is no code";
    }
    String systems =
        codings.stream()
            .map(each -> each.hasSystem() ? Quoted.text(each.getSystem()) : "no system")
            .distinct()
            .collect(Collectors.joining(" and "));
    return "the code is of " + systems;
  }
}
