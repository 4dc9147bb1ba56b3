package org.preclaim.decision;

import java.time.Instant;

/**
 * A decision as it left the house.
 *
 * @param decisionId a ULID
 * @param decidedAt when
 * @param decision what was said
 */
public record IssuedDecision(String decisionId, Instant decidedAt, Decision decision) {}
