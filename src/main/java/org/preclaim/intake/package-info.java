/**
 * Wire bytes become encounters, or problems with positions. Each format has a room of its own below
 * this one. Imports {@code encounter} and {@code problem}; opens no file, calls no engine and
 * guesses nothing that the sender left out.
 */
@NullMarked
package org.preclaim.intake;

import org.jspecify.annotations.NullMarked;
