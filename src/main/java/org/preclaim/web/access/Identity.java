package org.preclaim.web.access;

import jakarta.servlet.http.HttpServletRequest;
import org.preclaim.caller.Caller;

/** Who sent a request, as it was found out before any call saw it. */
public final class Identity {

  private static final String ATTRIBUTE = Identity.class.getName();

  private Identity() {}

  static void put(HttpServletRequest request, Caller caller) {
    request.setAttribute(ATTRIBUTE, caller);
  }

  /**
   * The caller of {@code request}.
   *
   * @throws IllegalStateException where everybody is let in: then nobody knows
   */
  public static Caller of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("a call that is open to everybody has no caller");
  }
}
