/**
 * Billing and coding articles of the Medicare Coverage Database: which diagnoses support which
 * procedure codes, as far as the published tables and paragraphs say so.
 */
@NullMarked
package org.preclaim.reference.coverage;

import org.jspecify.annotations.NullMarked;
