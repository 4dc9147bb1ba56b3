/**
 * How far the scenarios of the workbooks exercise their rows: which rows and cells they reach, and
 * which small changes of a cell they notice. Imports what decides; knows no door.
 */
@NullMarked
package org.preclaim.exercise;

import org.jspecify.annotations.NullMarked;
