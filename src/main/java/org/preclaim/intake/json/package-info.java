@NullMarked
package org.preclaim.intake.json;

import org.jspecify.annotations.NullMarked;
