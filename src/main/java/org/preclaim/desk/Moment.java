package org.preclaim.desk;

import org.preclaim.decision.Decision;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.fhir.FhirIntake;
import org.preclaim.intake.fhir.FhirLimits;
import org.preclaim.intake.json.EncounterJson;
import org.preclaim.reference.ReferenceData;

/**
 * What is in force at a moment, as one thing: whoever admits and decides under the same moment
 * mixes no two releases.
 *
 * @param policies rules and tables
 * @param json reads encounters in their words
 * @param fhir reads claims of FHIR in their words
 * @param tables the official tables
 * @param ref names all of it as one release
 */
record Moment(
    OpenRelease policies,
    EncounterJson json,
    FhirIntake fhir,
    ReferenceData tables,
    ReleaseRef ref) {

  Moment(OpenRelease policies, ReferenceData tables, ReleaseRef ref) {
    this(
        policies,
        new EncounterJson(policies.vocabulary()),
        new FhirIntake(policies.vocabulary(), FhirLimits.DEFAULT),
        tables,
        ref);
  }

  Decision decide(Encounter encounter) {
    return policies.engine().decide(encounter, tables, ref);
  }
}
