/**
 * What makes the journal evidence: entries, the hash chain over them, seals over batches, and the
 * check that follows them. Knows no database and no file. Imports {@code answer}, {@code decision},
 * {@code encounter} and {@code problem}.
 */
@NullMarked
package org.preclaim.journal.chain;

import org.jspecify.annotations.NullMarked;
