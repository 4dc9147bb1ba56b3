package org.preclaim.caller;

import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody who asks: a person or a system.
 *
 * @param name what the record calls them; two callers never share it
 * @param roles what they may do
 */
public record Caller(String name, Set<Role> roles) {

  /**
   * The one user of a service that only this machine can reach. It may do everything, and nothing
   * proves who it is: what asks for a second pair of eyes says that there was none.
   */
  public static final Caller LOCAL = new Caller("local", EnumSet.allOf(Role.class));

  /** Copies the roles. */
  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Whether they may do what {@code role} allows. */
  public boolean may(Role role) {
    return roles.contains(role);
  }

  /** Whether nobody proved who this is. */
  public boolean isLocal() {
    return equals(LOCAL);
  }
}
