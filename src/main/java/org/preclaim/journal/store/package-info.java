/**
 * The journal in a database: SQLite or PostgreSQL, by JDBC, and nowhere else. Imports {@code
 * journal.chain}, {@code release} and {@code problem}.
 */
@NullMarked
package org.preclaim.journal.store;

import org.jspecify.annotations.NullMarked;
