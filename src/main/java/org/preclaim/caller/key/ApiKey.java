package org.preclaim.caller.key;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Caller;
import org.preclaim.caller.Role;

/**
 * What is kept of a key.
 *
 * @param id names the key without giving it away
 * @param caller whose it is
 * @param roles what it opens
 * @param verifier recognises the secret, see {@link KeyText}
 * @param created when it was made
 * @param expires from when on it holds no more by itself; absent where it does not expire
 * @param ended from when on it holds no more because it was replaced or revoked; absent until then
 */
public record ApiKey(
    String id,
    String caller,
    Set<Role> roles,
    String verifier,
    Instant created,
    @Nullable Instant expires,
    @Nullable Instant ended) {

  /** Copies the roles. */
  public ApiKey {
    roles = Set.copyOf(roles);
  }

  /** Whether it opens anything at that moment. */
  public boolean holdsAt(Instant moment) {
    return isBefore(moment, expires) && isBefore(moment, ended);
  }

  private static boolean isBefore(Instant moment, @Nullable Instant end) {
    return end == null || moment.isBefore(end);
  }

  /** Who comes in with it. */
  public Caller asCaller() {
    return new Caller(caller, roles);
  }
}
