package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import org.preclaim.caller.Caller;

/** Who sent a request. */
final class Callers {

  private Callers() {}

  /** The caller of {@code request}: so far the service has one user, who sits at this machine. */
  static Caller of(HttpServletRequest request) {
    return Caller.LOCAL;
  }
}
