/**
 * Replay: decisions of the journal made again and compared, under the release of their day or under
 * another one, and what came of it in figures. Reads the journal and never writes to it. Imports
 * {@code answer}, {@code decision}, {@code encounter}, {@code engine}, {@code intake}, {@code
 * journal}, {@code problem}, {@code reference} and {@code release}.
 */
@NullMarked
package org.preclaim.replay;

import org.jspecify.annotations.NullMarked;
