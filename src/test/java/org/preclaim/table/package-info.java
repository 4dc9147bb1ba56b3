/** Workbooks made in memory, and what the reader and lint say of them. */
@NullMarked
package org.preclaim.table;

import org.jspecify.annotations.NullMarked;
