package org.preclaim.web.access;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * How this service knows its callers.
 *
 * @param ways in which they prove who they are; none where nobody but the user of this machine can
 *     reach it
 * @param settings of tokens and names
 * @param limits of one caller
 * @param hooks which pages elsewhere may call
 */
public record Access(
    Set<Way> ways, CallerSettings settings, LimitSettings limits, HookSettings hooks) {

  /** A way to prove who one is. */
  public enum Way {
    /** A key that was given by {@code callers add}. */
    KEYS,
    /** A signed token of an issuer. */
    TOKENS,
    /** A person's login at a provider, then a session. */
    LOGIN
  }

  /** Copies the ways. */
  public Access {
    ways = Set.copyOf(ways);
  }

  /** Whether everything that comes in is the one user of this machine. */
  public boolean isLocal() {
    return ways.isEmpty();
  }

  boolean has(Way way) {
    return ways.contains(way);
  }

  /** The ways as words, for the log. */
  public String words() {
    return isLocal()
        ? "local"
        : new TreeSet<>(ways)
            .stream()
                .map(way -> way.name().toLowerCase(Locale.ROOT))
                .reduce((left, right) -> left + "," + right)
                .orElseThrow();
  }

  /** Names that the header Host may have; any where there are none. */
  public Set<String> hosts() {
    return settings.hosts();
  }
}
