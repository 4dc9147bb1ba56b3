/**
 * The journal: the append-only, hash-chained record of decisions. What is recorded is durable
 * before its receipt is given. Below it, {@code chain} is the evidence without any database, and
 * {@code store} the only room that knows JDBC. Imports those two, {@code answer}, {@code decision},
 * {@code encounter}, {@code intake}, {@code problem} and {@code release}.
 */
@NullMarked
package org.preclaim.journal;

import org.jspecify.annotations.NullMarked;
