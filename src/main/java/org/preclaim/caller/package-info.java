/**
 * Who asks: a name and what it may do. The doors find out who it is; the rooms behind them only
 * read it. Imports no other room.
 */
@NullMarked
package org.preclaim.caller;

import org.jspecify.annotations.NullMarked;
