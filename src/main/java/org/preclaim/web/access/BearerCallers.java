package org.preclaim.web.access;

import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Caller;
import org.preclaim.caller.key.KeyRing;
import org.preclaim.journal.chain.JournalFault;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Recognises callers by what they send in the header Authorization: a key of ours, or a token. */
final class BearerCallers implements AuthenticationManager {

  private final KeyRing keys;
  private final @Nullable JwtDecoder tokens;
  private final ClaimedCaller claimed;

  /**
   * Callers with keys, and with tokens where there is a decoder for them.
   *
   * @param tokens checks a token's signature and everything that it must say
   */
  BearerCallers(KeyRing keys, @Nullable JwtDecoder tokens, ClaimedCaller claimed) {
    this.keys = keys;
    this.tokens = tokens;
    this.claimed = claimed;
  }

  /** Nothing can be said about a credential now. */
  static final class Unavailable extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    Unavailable(String what, Throwable cause) {
      super(what, cause);
    }
  }

  @Override
  public Authentication authenticate(Authentication shown) {
    if (!(shown instanceof BearerTokenAuthenticationToken bearer)) {
      throw refused();
    }
    String text = bearer.getToken();
    return new CallerToken(KeyRing.isKey(text) ? byKey(text) : byToken(text));
  }

  private Caller byKey(String text) {
    try {
      return keys.caller(text).orElseThrow(BearerCallers::refused);
    } catch (JournalFault unreadable) {
      throw new Unavailable("keys", unreadable);
    }
  }

  private Caller byToken(String text) {
    if (tokens == null) {
      throw refused();
    }
    try {
      return claimed.of(tokens.decode(text).getClaims()).orElseThrow(BearerCallers::refused);
    } catch (BadJwtException wrong) {
      throw refused();
    } catch (JwtException | JwtDecoderInitializationException issuerAway) {
      throw new Unavailable("tokens", issuerAway);
    }
  }

  /** Says nothing about why: whoever tries credentials learns only that this one is not taken. */
  private static BadCredentialsException refused() {
    return new BadCredentialsException("not accepted");
  }
}
