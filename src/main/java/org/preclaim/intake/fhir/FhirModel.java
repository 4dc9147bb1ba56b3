package org.preclaim.intake.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * HAPI's model of FHIR R4. It takes a second or two to build, so it is built when the first FHIR
 * document arrives; who never sends one never waits for it.
 */
public final class FhirModel {

  private FhirModel() {}

  /** Loaded with its first use, once for all threads. */
  private static final class Built {
    static final FhirContext R4 = FhirContext.forR4();
  }

  /** What HAPI knows about R4; safe for use by many threads. */
  static FhirContext r4() {
    return Built.R4;
  }

  /** A resource as JSON on one line. */
  public static String json(IBaseResource resource) {
    return parser().encodeResourceToString(resource);
  }

  /** A parser for one thread, which neither follows nor rewrites references. */
  static IParser parser() {
    IParser parser = r4().newJsonParser();
    parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
    parser.setStripVersionsFromReferences(false);
    parser.setPrettyPrint(false);
    return parser;
  }
}
