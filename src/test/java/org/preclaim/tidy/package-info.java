/** What {@code TidyTest} asks of the repository as a whole. */
@NullMarked
package org.preclaim.tidy;

import org.jspecify.annotations.NullMarked;
