/**
 * The one framing of every packed table: what it is and for which days, then named sections of
 * whole numbers or text that look-ups read where they lie.
 */
@NullMarked
package org.preclaim.reference.pack;

import org.jspecify.annotations.NullMarked;
