package org.preclaim.web.access;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which pages elsewhere may call the CDS Hooks from a browser: the settings below {@code
 * preclaim.hooks}.
 *
 * @param origins of such pages, each whole; none where no page may
 */
public record HookSettings(@DefaultValue Set<String> origins) {

  static final String PREFIX = "preclaim.hooks";

  private static final Pattern ORIGIN =
      Pattern.compile(
          "https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:]+])(:[1-9][0-9]{0,4})?");

  /** A browser leaves these out, and so nothing would ever be equal. */
  private static final Pattern USUAL_PORT = Pattern.compile("http://.*:80|https://.*:443");

  /** Copies the origins. */
  public HookSettings {
    origins = Set.copyOf(origins);
  }

  /** Whether {@code origin} is what a browser could say. */
  static boolean isOrigin(String origin) {
    return ORIGIN.matcher(origin).matches() && !USUAL_PORT.matcher(origin).matches();
  }
}
