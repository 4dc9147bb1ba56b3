package org.preclaim.decision;

import java.util.List;
import java.util.SortedMap;

/**
 * What one release says about one encounter. The same release, reference data and encounter give an
 * equal decision: its lists are in canonical order.
 *
 * @param encounterId the caller's name for the encounter
 * @param release the rules that decided
 * @param reference the effective date of each reference dataset that was asked, by dataset
 * @param outcome derived from the rest
 * @param suggestions by line, then policy id
 * @param warnings by line, then policy id
 * @param checks one for each policy family, by family
 * @param trace what fired on which facts, by policy id
 */
public record Decision(
    String encounterId,
    ReleaseRef release,
    SortedMap<String, String> reference,
    Outcome outcome,
    List<CodeSuggestion> suggestions,
    List<DenialWarning> warnings,
    List<Check> checks,
    List<TraceStep> trace) {}
