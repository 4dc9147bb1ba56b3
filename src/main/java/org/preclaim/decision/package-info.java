/**
 * The answer to an encounter: suggestions, warnings, the checks behind them, and the trace. Plain
 * records in canonical order; no rule engine, no rendering. Imports {@code encounter} only.
 */
@NullMarked
package org.preclaim.decision;

import org.jspecify.annotations.NullMarked;
