/**
 * The code files: ICD-10-CM, the dated diagnoses of the Medicare Code Editor with their age flags,
 * and HCPCS Level II. Descriptions are not kept.
 */
@NullMarked
package org.preclaim.reference.codes;

import org.jspecify.annotations.NullMarked;
