/** What {@code ArchitectureTest} holds the rooms to: the table, and how it is checked. */
@NullMarked
package org.preclaim.architecture;

import org.jspecify.annotations.NullMarked;
