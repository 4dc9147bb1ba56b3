/** The HTTP door. Spring lives here (and in {@code Application}) and nowhere else. */
@NullMarked
package org.preclaim.web;

import org.jspecify.annotations.NullMarked;
