/** Rows as data, against stock Drools and by themselves. */
@NullMarked
package org.preclaim.engine.rows;

import org.jspecify.annotations.NullMarked;
