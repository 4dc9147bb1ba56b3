/**
 * A release and an encounter become a decision. The only room that knows Drools, and no KIE type
 * leaves it. No I/O, clock or locale. Imports {@code encounter}, {@code decision}, {@code
 * reference}, {@code table}, {@code release} and {@code problem}.
 */
@NullMarked
package org.preclaim.engine;

import org.jspecify.annotations.NullMarked;
