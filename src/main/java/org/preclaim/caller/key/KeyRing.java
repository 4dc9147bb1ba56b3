package org.preclaim.caller.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Caller;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.store.Tables;

/**
 * The keys beside a journal, to recognise callers by. What it knows is read again after a few
 * seconds, so that a key which another process made or revoked soon holds or ends here too. Where
 * it cannot be read again nobody is let in. Safe for use by many threads.
 */
public final class KeyRing implements AutoCloseable {

  /** For at most so long a revoked key is still taken. */
  public static final Duration FRESH = Duration.ofSeconds(5);

  private final @Nullable String address;
  private final Clock clock;
  private @Nullable Tables tables;
  private volatile Known known = new Known(Instant.MIN, Map.of());

  /** Some keys by their ids, and until when they need not be read again. */
  private record Known(Instant until, Map<String, ApiKey> keys) {}

  /**
   * The keys beside the journal at {@code address}; nothing is opened before somebody asks.
   *
   * @param clock tells which keys hold
   */
  public KeyRing(String address, Clock clock) {
    this(clock, address);
  }

  private KeyRing(Clock clock, @Nullable String address) {
    this.address = address;
    this.clock = clock;
  }

  /** No keys at all: nobody is recognised. */
  public static KeyRing empty() {
    return new KeyRing(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), null);
  }

  /** Whether a text has the form of a key: such as is none need not be shown to anybody else. */
  public static boolean isKey(String text) {
    return text.startsWith(KeyText.PREFIX);
  }

  /**
   * Who holds the key {@code text}; nobody where it is none, or none that holds now.
   *
   * @throws JournalFault where the keys cannot be read
   */
  public Optional<Caller> caller(String text) {
    Instant now = clock.instant();
    Map<String, ApiKey> keys = keys(now);
    return KeyText.of(text)
        .flatMap(
            shown ->
                Optional.ofNullable(keys.get(shown.id()))
                    .filter(key -> shown.isRecognisedBy(key.verifier())))
        .filter(key -> key.holdsAt(now))
        .map(ApiKey::asCaller);
  }

  /**
   * Whether there is a key that holds now.
   *
   * @throws JournalFault where the keys cannot be read
   */
  public boolean hasAny() {
    Instant now = clock.instant();
    return keys(now).values().stream().anyMatch(key -> key.holdsAt(now));
  }

  private Map<String, ApiKey> keys(Instant now) {
    Known seen = known;
    return now.isBefore(seen.until()) ? seen.keys() : read(now);
  }

  private synchronized Map<String, ApiKey> read(Instant now) {
    if (address != null && !now.isBefore(known.until())) {
      if (tables == null) {
        tables = Tables.beside(address);
      }
      List<ApiKey> all = tables.read(KeyRows::all);
      known =
          new Known(
              now.plus(FRESH),
              all.stream().collect(Collectors.toMap(ApiKey::id, Function.identity())));
    }
    return known.keys();
  }

  @Override
  public synchronized void close() {
    if (tables != null) {
      tables.close();
      tables = null;
    }
  }
}
