/**
 * X12 837 claims become encounters. From the wire inwards: {@link
 * org.preclaim.intake.x12.SegmentFramer} cuts bytes into segments and sets damaged ones aside,
 * {@link org.preclaim.intake.x12.SegmentReader} lets StAEDI take the whole ones apart, {@link
 * org.preclaim.intake.x12.EnvelopeWalker} follows interchanges, groups and transaction sets, and
 * {@link org.preclaim.intake.x12.GuideClaims} gathers the claims of an 837P or 837I. Imports {@code
 * intake}, {@code encounter} and {@code problem}; StAEDI is known in {@code SegmentReader} only.
 */
@NullMarked
package org.preclaim.intake.x12;

import org.jspecify.annotations.NullMarked;
