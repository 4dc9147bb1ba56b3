/**
 * Calls of a CDS Hooks client: which hook was met, and the FHIR resources that came with it as one
 * Bundle for {@code intake.fhir}. Nothing is ever fetched from the caller's FHIR server.
 */
@NullMarked
package org.preclaim.intake.hook;

import org.jspecify.annotations.NullMarked;
