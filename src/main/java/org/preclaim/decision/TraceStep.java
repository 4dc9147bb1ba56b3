package org.preclaim.decision;

import java.util.List;

/**
 * One rule or row that fired.
 *
 * @param policy the policy id
 * @param rule the rule's full name
 * @param facts the facts it matched, in words, for instance {@code line 2 (50706)}
 * @param states what it stated, in words
 */
public record TraceStep(String policy, String rule, List<String> facts, String states) {}
