package org.preclaim.web.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Role;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callers prove who they are, and under which names the service is called: the settings below
 * {@code preclaim.callers}.
 *
 * @param issuer whose tokens are taken; its keys are found from there
 * @param jwkSetUri where the issuer's keys are, where they cannot be found from it
 * @param audience what a token must be for; one of several
 * @param nameClaim the claim that names the caller, a path with dots
 * @param rolesClaim the claim that lists its roles, a path with dots
 * @param roles the words that stand for a role in that claim, where they are not the role's own
 * @param hosts names that the header Host may have; any where there are none
 */
public record CallerSettings(
    @Nullable String issuer,
    @Nullable String jwkSetUri,
    @DefaultValue List<String> audience,
    @DefaultValue("sub") String nameClaim,
    @DefaultValue("roles") String rolesClaim,
    @DefaultValue Map<Role, Set<String>> roles,
    @DefaultValue Set<String> hosts) {

  static final String PREFIX = "preclaim.callers";

  /** Whether tokens of some issuer are taken. */
  boolean takesTokens() {
    return issuer != null || jwkSetUri != null;
  }

  /** What stands for {@code role} in a token. */
  Set<String> words(Role role) {
    return roles.getOrDefault(role, Set.of(role.word()));
  }
}
