package org.preclaim.engine.language;

import org.jspecify.annotations.Nullable;

/** A statement that becomes part of the answer. */
public sealed interface Finding extends Statement permits Flag, Proposal {

  /** The row's statement that a rule drew this finding from; its row is then the policy named. */
  @Nullable Statement because();
}
