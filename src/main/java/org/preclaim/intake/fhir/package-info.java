/**
 * FHIR R4 claims become encounters. The text is checked element by element against the definitions
 * of HAPI's model, so that every problem has its FHIRPath, and then read by HAPI's parser; readers
 * of our own find out which resource a reference means, which codes are ours to read, and what of
 * the claim is a fact. References are looked up in what was sent and never fetched. Imports {@code
 * intake}, {@code encounter} and {@code problem}.
 */
@NullMarked
package org.preclaim.intake.fhir;

import org.jspecify.annotations.NullMarked;
