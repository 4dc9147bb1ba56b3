/**
 * The entry point of the one jar. Everything else lives in a room of its own below this package.
 */
@NullMarked
package org.preclaim;

import org.jspecify.annotations.NullMarked;
