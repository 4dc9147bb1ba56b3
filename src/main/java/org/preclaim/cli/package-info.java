/**
 * The command-line door: picocli commands over the same desk that the service uses. Knows no
 * Spring: what {@code serve} starts is handed in.
 */
@NullMarked
package org.preclaim.cli;

import org.jspecify.annotations.NullMarked;
