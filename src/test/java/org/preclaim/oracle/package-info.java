/**
 * What the official edits say, worked out a second time: plain Java over the raw files, day by day
 * and line by line, without the product's tables, look-ups or rules. A test draws claims from real
 * codes and dates and compares.
 */
@NullMarked
package org.preclaim.oracle;

import org.jspecify.annotations.NullMarked;
