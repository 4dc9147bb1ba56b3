/**
 * The desk behind both doors: one opened release, a clock and an id for each decision, so that the
 * service and the command line admit and decide alike. Imports {@code encounter}, {@code decision},
 * {@code engine}, {@code intake}, {@code problem}, {@code reference} and {@code release}; knows no
 * wire protocol, no option and no Spring.
 */
@NullMarked
package org.preclaim.desk;

import org.jspecify.annotations.NullMarked;
