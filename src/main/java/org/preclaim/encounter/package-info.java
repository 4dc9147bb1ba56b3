/**
 * The facts of an encounter as immutable records, and the code and money types they are made of. No
 * wire format, no engine: this room imports nothing but Java and JSpecify.
 */
@NullMarked
package org.preclaim.encounter;

import org.jspecify.annotations.NullMarked;
