/** The command-line door: picocli commands over the same rooms that the service uses. */
@NullMarked
package org.preclaim.cli;

import org.jspecify.annotations.NullMarked;
