/**
 * Decision-table rows run as data. A workbook's rows are sorted into shapes; Drools renders and
 * compiles one rule for each shape, and a cell is a value of a {@link
 * org.preclaim.engine.rows.Row}, never code. A matcher finds the rows that an encounter comes near
 * to, and only those reach a session, as {@link org.preclaim.engine.rows.RowCase}s. Imports {@code
 * engine.language}, {@code table} and {@code problem}; of Drools only the decision-table renderer.
 */
@NullMarked
package org.preclaim.engine.rows;

import org.jspecify.annotations.NullMarked;
