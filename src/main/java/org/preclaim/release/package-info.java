/**
 * Rules, tables and engine version as one immutable release with a digest. Imports {@code table},
 * {@code reference}, {@code decision}, {@code encounter} and {@code problem}.
 */
@NullMarked
package org.preclaim.release;

import org.jspecify.annotations.NullMarked;
