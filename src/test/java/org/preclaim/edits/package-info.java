/** Scenarios of the rules over official edit files: lines in a file, findings expected. */
@NullMarked
package org.preclaim.edits;

import org.jspecify.annotations.NullMarked;
