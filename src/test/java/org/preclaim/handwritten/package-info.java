/**
 * The shipped policies a second time, as plain Java loops over maps: what a programmer would write
 * who needed no rule engine. Tests hold the engine to it, benchmarks measure the engine by it.
 */
@NullMarked
package org.preclaim.handwritten;

import org.jspecify.annotations.NullMarked;
