/**
 * The folder of imported tables: files that never change, named by their digest, and a manifest
 * that is replaced whole, so that a reader and a crash see either the old set or the new one.
 */
@NullMarked
package org.preclaim.reference.store;

import org.jspecify.annotations.NullMarked;
