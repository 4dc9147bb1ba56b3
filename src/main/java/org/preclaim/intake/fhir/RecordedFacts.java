package org.preclaim.intake.fhir;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.SupportingInformationComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Documentation;

/** Reads what the medical record states: supporting information of our category. */
final class RecordedFacts {

  private static final String DOCUMENTATION = "documentation";
  private static final String TYPE_OF_BILL = "typeofbill";

  private final Reading reading;
  private final Found<Claim> claim;
  private final Concepts concepts;

  RecordedFacts(Reading reading, Found<Claim> claim, Concepts concepts) {
    this.reading = reading;
    this.claim = claim;
    this.concepts = concepts;
  }

  /** What the record states; null where nothing was sent about it. */
  @Nullable List<Documentation> documentation() {
    List<Documentation> stated = new ArrayList<>();
    List<SupportingInformationComponent> sent = claim.resource().getSupportingInfo();
    boolean any = false;
    for (int index = 0; index < sent.size(); index++) {
      Spot spot = claim.spot().entry("supportingInfo", index);
      if (!isDocumentation(sent.get(index))) {
        leftOut(sent.get(index), spot);
        continue;
      }
      any = true;
      Documentation documentation = documentation(sent.get(index), spot);
      if (documentation != null) {
        stated.add(documentation);
      }
    }
    return any ? stated : null;
  }

  private static boolean isDocumentation(SupportingInformationComponent info) {
    return info.getCategory().getCoding().stream()
        .anyMatch(
            each ->
                CodeSystems.SUPPORTING_INFO.equals(each.getSystem())
                    && DOCUMENTATION.equals(each.getCode()));
  }

  private void leftOut(SupportingInformationComponent info, Spot spot) {
    boolean bill =
        info.getCategory().getCoding().stream().map(Coding::getCode).anyMatch(TYPE_OF_BILL::equals);
    if (!bill) {
      reading.notice(
          spot, FhirProblemCode.NOT_READ, "no policy looks at supporting information of this kind");
    }
  }

  private @Nullable Documentation documentation(SupportingInformationComponent info, Spot spot) {
    String element = concepts.word(info.getCode(), spot.field("code"), "element");
    boolean named =
        info.getCode().getCoding().stream()
            .anyMatch(each -> (CodeSystems.OWN_CODES + "element").equals(each.getSystem()));
    if (!named) {
      reading.problem(
          spot.field("code"),
          FhirProblemCode.CODE_SYSTEM,
          "expected a code of the system `" + CodeSystems.OWN_CODES + "element`");
    }
    if (info.hasValue() && !(info.getValue() instanceof StringType)) {
      reading.problem(
          spot.field("value"),
          FhirProblemCode.BAD_VALUE,
          "what the record says is a text: expected `valueString`");
      return null;
    }
    String value = info.hasValueStringType() ? info.getValueStringType().getValue() : null;
    return element == null ? null : new Documentation(element, value);
  }
}
