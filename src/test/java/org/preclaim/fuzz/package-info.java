/**
 * Damaged inputs for every parser that reads what others wrote: a few in each build, for minutes
 * where {@code preclaim.fuzz.minutes} says so.
 */
@NullMarked
package org.preclaim.fuzz;

import org.jspecify.annotations.NullMarked;
