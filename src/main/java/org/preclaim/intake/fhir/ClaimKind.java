package org.preclaim.intake.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.ClaimStatus;
import org.hl7.fhir.r4.model.Claim.SupportingInformationComponent;
import org.hl7.fhir.r4.model.Claim.Use;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Setting;
import org.preclaim.problem.Quoted;

/** Finds out what kind of claim one is, and whether that kind is decided. */
final class ClaimKind {

  private static final Set<String> REFUSED_TYPES = Set.of("oral", "pharmacy", "vision");

  /**
   * Facility and kind of care of the types of bill that are inpatient: hospital, Part A, skilled.
   */
  private static final Pattern INPATIENT_BILL =
      Pattern.compile("0?(11|18|21|28|41)[0-9]?[0-9A-Z]?");

  private final Found<Claim> claim;
  private final Findings unprocessed;
  private final Reading reading;

  /**
   * Looks at {@code claim}.
   *
   * @param unprocessed gets why a good claim is of a kind that is not decided
   */
  ClaimKind(Found<Claim> claim, Reading reading, Findings unprocessed) {
    this.claim = claim;
    this.reading = reading;
    this.unprocessed = unprocessed;
  }

  /** The code of the claim's type; empty where a problem says that it has none. */
  String type() {
    return claim.resource().getType().getCoding().stream()
        .filter(each -> CodeSystems.isClaimType(each.getSystem()) && each.hasCode())
        .map(Coding::getCode)
        .findFirst()
        .orElse("");
  }

  /** The setting; null where a problem says why there is none. */
  @Nullable Setting setting(ClaimUse taken) {
    Claim sent = claim.resource();
    // Where nobody pays, a claim that is still being written is what one wants to know about.
    boolean open =
        sent.getStatus() == ClaimStatus.ACTIVE
            || (sent.getStatus() == ClaimStatus.DRAFT && taken == ClaimUse.ANY);
    if (sent.getStatus() != null && !open) {
      unprocessed.add(
          claim.spot().field("status"),
          FhirProblemCode.CLAIM_STATUS,
          "the claim is `" + sent.getStatus().toCode() + "`: expected `active`");
    }
    boolean asked = sent.getUse() == null || sent.getUse() == Use.PREDETERMINATION;
    if (taken == ClaimUse.PREDETERMINATION && !asked) {
      unprocessed.add(
          claim.spot().field("use"),
          FhirProblemCode.CLAIM_USE,
          "the use is `"
              + sent.getUse().toCode()
              + "`: expected `predetermination`, because nothing is paid or authorised here");
    }
    return switch (type()) {
      case "professional" -> chosen(Setting.PRACTITIONER);
      case "institutional" -> outpatient();
      default -> {
        refuseType();
        yield null;
      }
    };
  }

  private void refuseType() {
    String type = type();
    Spot spot = claim.spot().field("type");
    if (REFUSED_TYPES.contains(type)) {
      unprocessed.add(
          spot,
          FhirProblemCode.CLAIM_TYPE,
          "claims of the type `"
              + type
              + "` are not decided: expected `professional` or `institutional`");
    } else {
      reading.problem(
          spot,
          FhirProblemCode.CLAIM_TYPE,
          (type.isEmpty()
                  ? "no coding is one of HL7's claim types"
                  : Quoted.text(type) + " is no claim type")
              + ": expected `professional` or `institutional`");
    }
  }

  private Setting outpatient() {
    Claim sent = claim.resource();
    boolean inpatient =
        codings(List.of(sent.getSubType())).anyMatch(each -> each.getCode().startsWith("inpatient"))
            || codings(bills(sent))
                .anyMatch(each -> INPATIENT_BILL.matcher(each.getCode()).matches());
    if (inpatient) {
      unprocessed.add(
          claim.spot(),
          FhirProblemCode.INPATIENT,
          "the claim is for an inpatient stay: expected an outpatient one");
    }
    return chosen(Setting.OUTPATIENT_HOSPITAL);
  }

  /** The setting that the sender states in our own words, where the type alone does not say it. */
  private Setting chosen(Setting ofType) {
    for (Coding coding : claim.resource().getSubType().getCoding()) {
      for (Setting setting : Setting.values()) {
        if (CodeSystems.SETTING.equals(coding.getSystem())
            && setting.word().equals(coding.getCode())) {
          return setting;
        }
      }
    }
    return ofType;
  }

  private static Stream<Coding> codings(List<CodeableConcept> concepts) {
    return concepts.stream().flatMap(each -> each.getCoding().stream()).filter(Coding::hasCode);
  }

  private static List<CodeableConcept> bills(Claim sent) {
    List<CodeableConcept> bills = new ArrayList<>();
    for (SupportingInformationComponent info : sent.getSupportingInfo()) {
      boolean bill =
          info.getCategory().getCoding().stream()
              .anyMatch(each -> "typeofbill".equals(each.getCode()));
      if (bill) {
        bills.add(info.getCode());
      }
    }
    return bills;
  }
}
