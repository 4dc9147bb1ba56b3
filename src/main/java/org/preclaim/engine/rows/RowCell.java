package org.preclaim.engine.rows;

/**
 * A filled condition cell of a row.
 *
 * @param row the row's name: its policy id
 * @param column from 0, counted from the sheet's first column
 */
public record RowCell(String row, int column) {}
