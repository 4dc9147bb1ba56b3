/** The service as a process of its own, under constant traffic while its releases change. */
@NullMarked
package org.preclaim.soak;

import org.jspecify.annotations.NullMarked;
