/**
 * What the rows of a decision table say beside one another: rows that can never fire, say what
 * another row says anyway, contradict each other, or leave days uncovered. A header's constraints
 * become sets of facts, so that two rows are compared by what they accept and not by their texts;
 * each finding comes with an encounter that the engine runs to prove it. Imports {@code encounter},
 * {@code decision}, {@code problem}, {@code table}, {@code release} and {@code engine}.
 */
@NullMarked
package org.preclaim.analysis;

import org.jspecify.annotations.NullMarked;
