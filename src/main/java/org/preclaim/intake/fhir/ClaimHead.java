package org.preclaim.intake.fhir;

import org.jspecify.annotations.Nullable;

/**
 * What an answer repeats of a claim, so that its sender knows what was answered. No names.
 *
 * @param name the sender's name for the claim, which is the encounter's id
 * @param request the reference to the claim; absent where it has no address
 * @param type a code of HL7's claim types
 * @param use a code of HL7's uses
 * @param patient the reference to the patient; absent where it leads into the claim itself
 * @param insurer the reference to the insurer; absent where there is none, or as for the patient
 */
public record ClaimHead(
    String name,
    @Nullable String request,
    String type,
    String use,
    @Nullable String patient,
    @Nullable String insurer) {}
