/**
 * Encounters as JSON, one document or one on each line. The tokens are read here by hand, not bound
 * to classes, so that every problem of a document is reported at once with its place and nothing is
 * guessed, dropped or instantiated on a sender's word. Imports {@code encounter}, {@code intake}
 * and {@code problem}.
 */
@NullMarked
package org.preclaim.intake.json;

import org.jspecify.annotations.NullMarked;
