@NullMarked
package org.preclaim.intake.x12;

import org.jspecify.annotations.NullMarked;
