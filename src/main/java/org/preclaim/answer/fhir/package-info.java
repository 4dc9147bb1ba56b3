/**
 * Decisions, refusals and what the service can do, as FHIR R4: ClaimResponse, OperationOutcome,
 * CapabilityStatement, and the definitions of our own extensions and words. Imports {@code answer},
 * {@code decision}, {@code encounter}, {@code intake}, {@code intake.fhir} and {@code problem};
 * reads nothing from the wire.
 */
@NullMarked
package org.preclaim.answer.fhir;

import org.jspecify.annotations.NullMarked;
