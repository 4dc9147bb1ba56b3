/**
 * Answers to the sender of an X12 file: whether its syntax was understood, as a 999, and what
 * became of each claim, as lines of JSON with the codes of a claim acknowledgement. Imports {@code
 * intake}, {@code intake.x12}, {@code encounter} and {@code problem}; StAEDI is known in {@code
 * X12Text} only.
 */
@NullMarked
package org.preclaim.answer.x12;

import org.jspecify.annotations.NullMarked;
