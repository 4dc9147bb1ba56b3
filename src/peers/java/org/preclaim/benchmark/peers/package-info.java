/**
 * Other rule engines on the same generated rows. Compiled with the profiles {@code jmh} and {@code
 * peers} only; nothing of it reaches the product.
 */
@NullMarked
package org.preclaim.benchmark.peers;

import org.jspecify.annotations.NullMarked;
