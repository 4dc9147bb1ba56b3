package org.preclaim.web.access;

import java.util.Optional;
import org.preclaim.caller.Caller;

/** Tells who sent the request that the current thread answers. */
interface CallerSource {

  /** The caller; none where nobody proved who they are. */
  Optional<Caller> current();
}
