package org.preclaim.answer.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.preclaim.intake.fhir.CodeSystems;

/** The names under which the answers' codes and extensions are known. */
final class Names {

  static final String CARC = "https://x12.org/codes/claim-adjustment-reason-codes";
  static final String RARC = "https://x12.org/codes/remittance-advice-remark-codes";
  static final String GROUP = "https://x12.org/codes/claim-adjustment-group-codes";
  static final String CLAIM_TYPE = "http://terminology.hl7.org/CodeSystem/claim-type";

  /** What an adjudication of ours is. */
  static final String ADJUDICATION = CodeSystems.OWN_CODES + "adjudication";

  /** The codes of problems, as they stand among the error codes. */
  static final String PROBLEM = CodeSystems.OWN_CODES + "problem";

  /** The kinds of problems that a request of any format can have. */
  static final String PROBLEM_KIND = "urn:preclaim:problem";

  static final String DECISION_ID = CodeSystems.OWN + "NamingSystem/decision-id";
  static final String FINDING = CodeSystems.OWN_EXTENSIONS + "finding";
  static final String SUGGESTION = CodeSystems.OWN_EXTENSIONS + "suggestion";
  static final String RELEASE = CodeSystems.OWN_EXTENSIONS + "release";
  static final String CHECK = CodeSystems.OWN_EXTENSIONS + "check";

  private Names() {}

  /** A procedure code: the five digits, and those with a letter behind, are CPT's. */
  static Coding procedure(String code) {
    boolean cpt = Character.isDigit(code.charAt(0));
    return new Coding(cpt ? CodeSystems.CPT : CodeSystems.HCPCS, code, null);
  }

  /** A modifier: the numeric ones are CPT's. */
  static Coding modifier(String modifier) {
    boolean cpt = modifier.chars().allMatch(Character::isDigit);
    return new Coding(cpt ? CodeSystems.CPT : CodeSystems.HCPCS, modifier, null);
  }

  static CodeableConcept concept(String system, String code) {
    return new CodeableConcept(new Coding(system, code, null));
  }
}
