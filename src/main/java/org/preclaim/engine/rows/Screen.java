package org.preclaim.engine.rows;

import org.jspecify.annotations.Nullable;

/**
 * What can be told of a row and its facts before a session is asked. It may let pass what the rule
 * will turn down, never the other way round.
 */
@FunctionalInterface
interface Screen {

  /** Whether the rule may hold of these facts. */
  boolean passes(Row row, @Nullable Object[] facts);
}
