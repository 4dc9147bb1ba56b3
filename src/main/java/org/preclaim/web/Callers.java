package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import org.preclaim.caller.Caller;
import org.preclaim.web.access.Identity;

/** Who sent a request. */
final class Callers {

  private Callers() {}

  /**
   * The caller of {@code request}.
   *
   * @throws IllegalStateException for a call that is open to everybody: then nobody knows
   */
  static Caller of(HttpServletRequest request) {
    return Identity.of(request);
  }
}
