/**
 * Compiled rules kept between starts. What is kept is named by everything it was made from, and is
 * read with the same distrust as any other file. Imports {@code problem} only.
 */
@NullMarked
package org.preclaim.engine.artefact;

import org.jspecify.annotations.NullMarked;
