package org.preclaim.reference;

/**
 * A medically unlikely edit.
 *
 * @param code the code
 * @param units the most that is plausible; 0 is a value
 * @param adjudication the MUE adjudication indicator: 1 by line, 2 and 3 by day
 * @param rationale why CMS has it, in our words
 */
public record MueEdit(String code, int units, int adjudication, String rationale) {}
