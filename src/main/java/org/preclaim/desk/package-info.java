/**
 * The desk behind both doors: one opened release, a clock, an id for each decision and the journal
 * it goes into before anybody is told, so that the service and the command line admit, decide and
 * record alike. Imports {@code answer}, {@code encounter}, {@code decision}, {@code engine}, {@code
 * intake}, {@code journal}, {@code problem}, {@code reference} and {@code release}; knows no wire
 * protocol, no option and no Spring.
 */
@NullMarked
package org.preclaim.desk;

import org.jspecify.annotations.NullMarked;
