/**
 * How an official file arrives: found in whatever it was packed in, told by its content and name
 * what it is, and handed to an importer row by row, with a place for each row that is wrong.
 */
@NullMarked
package org.preclaim.reference.source;

import org.jspecify.annotations.NullMarked;
