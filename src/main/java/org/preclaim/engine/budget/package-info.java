/** How long an evaluation may take. Imports nothing; facts and rows are charged to it. */
@NullMarked
package org.preclaim.engine.budget;

import org.jspecify.annotations.NullMarked;
