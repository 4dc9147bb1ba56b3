package org.preclaim.web.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
 * @param roles by a role's word, the words that stand for it in that claim, where they are others
 * @param hosts names that the header Host may have; any where there are none
 */
public record CallerSettings(
    @Nullable String issuer,
    @Nullable String jwkSetUri,
    @DefaultValue List<String> audience,
    @DefaultValue("sub") String nameClaim,
    @DefaultValue("roles") String rolesClaim,
    @DefaultValue Map<String, Set<String>> roles,
    @DefaultValue Set<String> hosts) {

  static final String PREFIX = "preclaim.callers";

  /** A name or an address as the header Host has it, without a port. */
  private static final Pattern HOST =
      Pattern.compile("[a-z0-9]([a-z0-9._-]*[a-z0-9])?|\\[[0-9a-f:.]+]");

  /** Copies the words; roles and hosts in lower case, as they are compared. */
  public CallerSettings {
    Map<String, Set<String>> wordsByRole = new TreeMap<>();
    roles.forEach((role, words) -> wordsByRole.put(role.toLowerCase(Locale.ROOT), words));
    roles = Map.copyOf(wordsByRole);
    hosts =
        hosts.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a request could be for {@code host}. */
  static boolean isHost(String host) {
    return HOST.matcher(host).matches();
  }

  /** Whether tokens of some issuer are taken. */
  boolean takesTokens() {
    return issuer != null || jwkSetUri != null;
  }

  /** What stands for {@code role} in a token. */
  Set<String> words(Role role) {
    return roles.getOrDefault(role.word(), Set.of(role.word()));
  }
}
