/**
 * The edits of the National Correct Coding Initiative: procedure pairs, units and add-on codes,
 * read from the files as published and packed.
 */
@NullMarked
package org.preclaim.reference.ncci;

import org.jspecify.annotations.NullMarked;
