/**
 * The code files: ICD-10-CM, the dated diagnoses of the Medicare Code Editor with their age flags,
 * HCPCS Level II, and the reason and remark codes of remittances. Descriptions are not kept.
 */
@NullMarked
package org.preclaim.reference.codes;

import org.jspecify.annotations.NullMarked;
