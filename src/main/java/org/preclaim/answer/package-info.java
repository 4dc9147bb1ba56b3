/**
 * Decisions and problems become wire bytes and readable text, once for all doors. Imports {@code
 * decision}, {@code encounter}, {@code intake} and {@code problem}.
 */
@NullMarked
package org.preclaim.answer;

import org.jspecify.annotations.NullMarked;
