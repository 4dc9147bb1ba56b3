package org.preclaim.intake.fhir;

import org.preclaim.encounter.Vocabulary;

/**
 * What the readers of one document share.
 *
 * @param sent the resources that were sent
 * @param problems why there is no encounter
 * @param notices what was odd, or left out, all the same
 * @param vocabulary the words that the sender may use
 */
record Reading(
    SentResources sent,
    Findings problems,
    Findings notices,
    Vocabulary vocabulary,
    FhirLimits limits) {

  void problem(Spot spot, FhirProblemCode code, String message) {
    problems.add(spot, code, message);
  }

  void notice(Spot spot, FhirProblemCode code, String message) {
    notices.add(spot, code, message);
  }
}
