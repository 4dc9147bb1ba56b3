/**
 * The compile wall: what code of rules and table headers may say. Text is checked before it is
 * compiled, the compiler sees only the types on a list, and what it writes is read before a class
 * of it is loaded. Imports {@code problem} only.
 */
@NullMarked
package org.preclaim.engine.fence;

import org.jspecify.annotations.NullMarked;
