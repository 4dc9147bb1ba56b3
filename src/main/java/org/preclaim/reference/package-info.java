/**
 * The official edit files as dated, immutable, packed tables with a digest, and their look-ups.
 * Importers read the files as published; a look-up answers for a date of service or says that no
 * vintage covers it. The room knows no rules, and no table holds an object for each row. May import
 * {@code encounter} and {@code problem}.
 */
@NullMarked
package org.preclaim.reference;

import org.jspecify.annotations.NullMarked;
