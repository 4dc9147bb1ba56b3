/**
 * The Medicare physician fee schedule: the relative value files as published, of which only the
 * payment policy indicators are kept. Descriptions, amounts and relative values never are.
 */
@NullMarked
package org.preclaim.reference.fees;

import org.jspecify.annotations.NullMarked;
