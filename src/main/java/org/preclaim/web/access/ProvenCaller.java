package org.preclaim.web.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Caller;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** The caller whom Spring Security let in, with a key or token, or by a session. */
final class ProvenCaller implements CallerSource {

  private final ClaimedCaller claimed;

  ProvenCaller(ClaimedCaller claimed) {
    this.claimed = claimed;
  }

  @Override
  public Optional<Caller> current() {
    return of(SecurityContextHolder.getContext().getAuthentication());
  }

  /** Whom {@code authentication} stands for. */
  Optional<Caller> of(@Nullable Authentication authentication) {
    if (authentication instanceof CallerToken token) {
      return Optional.of(token.caller());
    }
    if (authentication != null
        && authentication.isAuthenticated()
        && authentication.getPrincipal() instanceof OidcUser person) {
      return claimed.of(person.getClaims());
    }
    return Optional.empty();
  }
}
