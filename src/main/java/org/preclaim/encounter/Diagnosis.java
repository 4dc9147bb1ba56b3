package org.preclaim.encounter;

/**
 * A diagnosis of the encounter.
 *
 * @param sequence its place on the claim, from 1; service lines point to it
 * @param code the code as reported
 */
public record Diagnosis(int sequence, Icd10Code code) {}
