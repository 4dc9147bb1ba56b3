package org.preclaim.web.access;

import java.util.Optional;
import org.preclaim.caller.Caller;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The one user of a service that only this machine can reach. */
@Component
@ConditionalOnProperty(
    name = ProofOfCallers.PROPERTY,
    havingValue = "false",
    matchIfMissing = false)
class LocalUser implements CallerSource {

  private static final Optional<Caller> LOCAL = Optional.of(Caller.LOCAL);

  @Override
  public Optional<Caller> current() {
    return LOCAL;
  }
}
