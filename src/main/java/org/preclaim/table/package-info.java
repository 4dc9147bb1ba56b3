/**
 * A decision-table workbook as a model: header, typed cells with their addresses, lint, scenarios,
 * vocabulary and payer profiles. Imports {@code encounter}, {@code decision}, {@code problem} and
 * POI; compiles and runs nothing.
 */
@NullMarked
package org.preclaim.table;

import org.jspecify.annotations.NullMarked;
