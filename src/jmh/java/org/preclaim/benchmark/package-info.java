/** Benchmarks. Each checks that what it compares finds the same, before it measures anything. */
@NullMarked
package org.preclaim.benchmark;

import org.jspecify.annotations.NullMarked;
