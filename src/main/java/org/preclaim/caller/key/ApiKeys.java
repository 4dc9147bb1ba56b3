package org.preclaim.caller.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Role;
import org.preclaim.journal.store.Tables;

/** The keys beside a journal, to be made, listed and ended. */
public final class ApiKeys implements AutoCloseable {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

  /** What the journal calls whoever sits at the machine. */
  private static final String RESERVED = "local";

  private final Tables tables;
  private final Clock clock;
  private final IntFunction<byte[]> random;

  private ApiKeys(Tables tables, Clock clock, IntFunction<byte[]> random) {
    this.tables = tables;
    this.clock = clock;
    this.random = random;
  }

  /**
   * The keys beside the journal at {@code address}.
   *
   * @param clock tells since when a key holds
   * @param random gives as many unpredictable bytes as it is asked for
   * @throws IllegalArgumentException with a message for the user, where the address is no journal's
   */
  public static ApiKeys beside(String address, Clock clock, IntFunction<byte[]> random) {
    return new ApiKeys(Tables.beside(address), clock, random);
  }

  /**
   * Gives a new caller a key.
   *
   * @param expires from when on it holds no more; absent where it does not expire
   * @throws KeyFault where the name cannot be given, or the key would not hold
   */
  public IssuedKey add(String caller, Set<Role> roles, @Nullable Instant expires) {
    if (!NAME.matcher(caller).matches() || caller.equals(RESERVED)) {
      throw new KeyFault(
          CallerProblem.NAME,
          "`"
              + caller
              + "` cannot be a caller's name: expected up to 63 of a-z, 0-9, `.`, `_` and `-`, a"
              + " letter or digit first, and not `local`");
    }
    return tables.write(
        connection -> {
          if (!KeyRows.of(connection, caller).isEmpty()) {
            throw new KeyFault(
                CallerProblem.EXISTS,
                "`"
                    + caller
                    + "` has been given before: expected a new name, or `callers rotate` for a new"
                    + " key");
          }
          IssuedKey issued = issue(caller, roles, expires);
          KeyRows.putCaller(connection, caller, issued.key().created());
          KeyRows.put(connection, issued.key());
          return issued;
        });
  }

  /** All keys that ever were, by caller, the oldest first. */
  public List<ApiKey> list() {
    return tables.read(KeyRows::all);
  }

  /**
   * Gives a caller another key. The one before holds for a while longer; older ones end at once.
   *
   * @param roles what the new one opens; absent where that is what the one before did
   * @param expires when the new one does; absent where it is when the one before would
   * @param overlap for how long both hold
   * @throws KeyFault where there is no such caller, or the key would not hold
   */
  public IssuedKey rotate(
      String caller, @Nullable Set<Role> roles, @Nullable Instant expires, Duration overlap) {
    return tables.write(
        connection -> {
          List<ApiKey> before = known(caller, KeyRows.of(connection, caller));
          ApiKey last = before.get(before.size() - 1);
          IssuedKey issued =
              issue(
                  caller,
                  roles == null ? last.roles() : roles,
                  expires == null ? last.expires() : expires);
          Instant now = issued.key().created();
          for (ApiKey each : before) {
            Instant end = each.equals(last) ? now.plus(overlap) : now;
            if (each.holdsAt(end)) {
              KeyRows.end(connection, each, end);
            }
          }
          KeyRows.put(connection, issued.key());
          return issued;
        });
  }

  /**
   * Ends all keys of a caller.
   *
   * @return how many still held
   * @throws KeyFault where there is no such caller
   */
  public int revoke(String caller) {
    Instant now = now();
    return tables.write(
        connection -> {
          int ended = 0;
          for (ApiKey each : known(caller, KeyRows.of(connection, caller))) {
            if (each.holdsAt(now)) {
              KeyRows.end(connection, each, now);
              ended++;
            }
          }
          return ended;
        });
  }

  private static List<ApiKey> known(String caller, List<ApiKey> keys) {
    if (keys.isEmpty()) {
      throw new KeyFault(
          CallerProblem.UNKNOWN,
          "there is no caller `" + caller + "`: `callers list` shows all of them");
    }
    return keys;
  }

  private IssuedKey issue(String caller, Set<Role> roles, @Nullable Instant expires) {
    Instant now = now();
    if (expires != null && !now.isBefore(expires)) {
      throw new KeyFault(
          CallerProblem.EXPIRED, "the key would hold no more: expected a day after today");
    }
    KeyText text = KeyText.fresh(random);
    ApiKey key = new ApiKey(text.id(), caller, roles, text.verifier(), now, expires, null);
    return new IssuedKey(key, text.text());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void close() {
    tables.close();
  }
}
