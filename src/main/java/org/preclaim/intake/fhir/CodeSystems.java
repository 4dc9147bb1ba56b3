package org.preclaim.intake.fhir;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of the code and identifier systems that are read. Senders write them in several ways:
 * with {@code http} or {@code https}, in any case, with a slash at the end, as an OID.
 */
public final class CodeSystems {

  /** Where our own names live. */
  public static final String OWN = "https://preclaim.org/fhir/";

  /** Our code systems, each followed by its name. */
  public static final String OWN_CODES = OWN + "CodeSystem/";

  /** Our extensions, each followed by its name. */
  public static final String OWN_EXTENSIONS = OWN + "StructureDefinition/";

  /** CPT, the American Medical Association's codes. */
  public static final String CPT = "http://www.ama-assn.org/go/cpt";

  /** HCPCS Level II, the codes of CMS. */
  public static final String HCPCS = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";

  /** Identifiers that are pseudonyms already. */
  public static final String PATIENT_KEY = OWN + "NamingSystem/patient-key";

  /** Identifiers that are the words of the payer profiles. */
  public static final String PAYER = OWN + "NamingSystem/payer";

  /** The setting, where the type of the claim does not say it. */
  public static final String SETTING = OWN_CODES + "setting";

  /** What a claim's supporting information is about. */
  public static final String SUPPORTING_INFO = OWN_CODES + "supporting-info";

  private static final Set<String> PROCEDURES =
      known(
          CPT,
          "urn:oid:2.16.840.1.113883.6.12",
          HCPCS,
          "urn:oid:2.16.840.1.113883.6.285",
          "http://bluebutton.cms.gov/resources/codesystem/hcpcs",
          "http://www.cms.gov/Medicare/Coding/MedHCPCSGenInfo/index.html");
  private static final Set<String> DIAGNOSES =
      known("http://hl7.org/fhir/sid/icd-10-cm", "urn:oid:2.16.840.1.113883.6.90");
  private static final Set<String> PLACES =
      known(
          "http://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set",
          "http://terminology.hl7.org/CodeSystem/ex-serviceplace");
  private static final Set<String> NPIS =
      known("http://hl7.org/fhir/sid/us-npi", "urn:oid:2.16.840.1.113883.4.6");
  private static final Set<String> TAX_IDS =
      known("urn:oid:2.16.840.1.113883.4.4", "urn:oid:2.16.840.1.113883.4.1");
  private static final Set<String> CLAIM_TYPES =
      known("http://terminology.hl7.org/CodeSystem/claim-type");
  private static final Set<String> FILING_INDICATORS =
      known("https://codesystem.x12.org/005010/1032");
  private static final Set<String> UNITS = known("http://unitsofmeasure.org");

  private CodeSystems() {}

  private static Set<String> known(String... systems) {
    return Stream.of(systems).map(CodeSystems::normalized).collect(Collectors.toUnmodifiableSet());
  }

  private static String normalized(String system) {
    String lower = system.strip().toLowerCase(Locale.ROOT);
    String plain = lower.startsWith("https:") ? "http:" + lower.substring(6) : lower;
    return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
  }

  static boolean isProcedure(@Nullable String system) {
    return system != null && PROCEDURES.contains(normalized(system));
  }

  static boolean isDiagnosis(@Nullable String system) {
    return system != null && DIAGNOSES.contains(normalized(system));
  }

  static boolean isPlace(@Nullable String system) {
    return system != null && PLACES.contains(normalized(system));
  }

  static boolean isNpi(@Nullable String system) {
    return system != null && NPIS.contains(normalized(system));
  }

  /** Tax and social security numbers: they name no payer. */
  static boolean isTaxId(@Nullable String system) {
    return system != null && TAX_IDS.contains(normalized(system));
  }

  static boolean isClaimType(@Nullable String system) {
    return system != null && CLAIM_TYPES.contains(normalized(system));
  }

  /** X12's claim filing indicators. */
  static boolean isFilingIndicator(@Nullable String system) {
    return system != null && FILING_INDICATORS.contains(normalized(system));
  }

  static boolean isUnit(@Nullable String system) {
    return system != null && UNITS.contains(normalized(system));
  }
}
