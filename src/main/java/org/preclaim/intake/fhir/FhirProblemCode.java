package org.preclaim.intake.fhir;

/** What can be wrong with a claim in FHIR. Codes are stable; each is explained in the docs. */
public enum FhirProblemCode {
  SYNTAX("the text is not JSON"),
  ENCODING("the bytes are not UTF-8"),
  LIMIT("there is more of something than is read"),
  NOT_FHIR("the document is no FHIR resource, or none that is read here"),
  UNKNOWN_ELEMENT("an element has a name that its resource or type does not have"),
  MISSING_ELEMENT("a required element is not there"),
  WRONG_TYPE("a value has another JSON type than its element"),
  BAD_VALUE("a value is none that its element can have"),
  STRUCTURE("HAPI's parser found something that the check of the elements did not"),
  MODIFIER_EXTENSION("an extension that changes the meaning of its element is not understood"),
  IMPLICIT_RULES("rules that change the meaning of a resource are not understood"),
  NOT_ONE_CLAIM("there is not exactly one claim to decide"),
  CLAIM_USE("the claim is not asked about as a predetermination"),
  CLAIM_TYPE("the claim is of a type that is not decided"),
  CLAIM_STATUS("the claim is not active"),
  INPATIENT("the claim is for an inpatient stay, which is not decided"),
  CLAIM_ID("the claim has no name by which its answer could be found"),
  REFERENCE("a reference leads to nothing that was sent, or to the wrong thing"),
  PATIENT_KEY("nothing tells one patient from another"),
  BIRTH_AFTER_SERVICE("the patient was born after a service"),
  PROVIDER("a provider has no usable NPI"),
  BAD_CODE("a code, modifier or place of service has not the shape of one"),
  CODE_SYSTEM("a code is from a system that is not read"),
  TWO_CODES("two codings of one concept name different codes"),
  DUPLICATE_NUMBER("two items or two diagnoses have the same number"),
  UNKNOWN_DIAGNOSIS("an item points to a diagnosis that the claim does not have"),
  UNKNOWN_CARE_TEAM("an item points to a member of the care team that is not there"),
  DATE("a day of service is missing, not a whole day, or runs backwards"),
  QUANTITY("a quantity is no number of units"),
  AMOUNT("an amount is no sum in US dollars"),
  UNKNOWN_WORD("a word is not in its list"),
  NOTHING_TO_CHECK("the claim has neither an item nor a performed procedure"),
  NOT_READ("something was sent that no policy looks at"),
  DETAIL("a detail of an item is a line of its own");

  private final String meaning;

  FhirProblemCode(String meaning) {
    this.meaning = meaning;
  }

  /** The code as it is reported, for instance {@code FHIR-UNKNOWN-ELEMENT}. */
  public String code() {
    return "FHIR-" + name().replace('_', '-');
  }

  /** What the code says, in a few words. */
  public String meaning() {
    return meaning;
  }
}
