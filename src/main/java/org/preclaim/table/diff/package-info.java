/**
 * What differs between two workbooks, by policy id and column. Belongs to the room {@code table};
 * knows cells, not what they do.
 */
@NullMarked
package org.preclaim.table.diff;

import org.jspecify.annotations.NullMarked;
