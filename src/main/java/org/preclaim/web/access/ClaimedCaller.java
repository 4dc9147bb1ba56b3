package org.preclaim.web.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Caller;
import org.preclaim.caller.Role;

/**
 * A caller from the claims of a signed token. Its name is that of the issuer behind {@code oidc:},
 * which no key's caller is called.
 */
final class ClaimedCaller {

  private static final String PREFIX = "oidc:";

  /** What can stand in a log line without looking like more than one word. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}!-~&&[^\"\\\\]]{1,200}");

  private final CallerSettings settings;

  ClaimedCaller(CallerSettings settings) {
    this.settings = settings;
  }

  /** The caller; none where the claim with the name holds none that can be recorded. */
  Optional<Caller> of(Map<String, Object> claims) {
    Object name = claim(claims, settings.nameClaim());
    if (!(name instanceof String text) || !NAME.matcher(text).matches()) {
      return Optional.empty();
    }
    Set<String> words = words(claim(claims, settings.rolesClaim()));
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (settings.words(role).stream().anyMatch(words::contains)) {
        roles.add(role);
      }
    }
    return Optional.of(new Caller(PREFIX + text, roles));
  }

  /** The claim at a path with dots; a claim whose own name has dots is found as well. */
  private static @Nullable Object claim(@Nullable Object claims, String path) {
    if (!(claims instanceof Map<?, ?> map)) {
      return null;
    }
    if (map.containsKey(path)) {
      return map.get(path);
    }
    int dot = path.indexOf('.');
    return dot < 0 ? null : claim(map.get(path.substring(0, dot)), path.substring(dot + 1));
  }

  /** A list of words, or words between spaces, as in {@code scope}. */
  private static Set<String> words(@Nullable Object claim) {
    Set<String> words = new HashSet<>();
    if (claim instanceof String text) {
      words.addAll(List.of(text.split(" +")));
    } else if (claim instanceof Collection<?> list) {
      list.forEach(each -> words.add(String.valueOf(each)));
    }
    return words;
  }
}
