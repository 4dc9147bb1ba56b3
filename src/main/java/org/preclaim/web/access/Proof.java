package org.preclaim.web.access;

import java.util.List;
import java.util.Map;

/** Which parts of Spring assemble themselves, by how callers prove who they are. */
public final class Proof {

  private static final String BOOT = "org.springframework.boot.security.";

  /** Passwords and signing settings of Spring Boot's own, for which there are ours. */
  private static final List<String> NEVER =
      List.of(
          BOOT + "autoconfigure.UserDetailsServiceAutoConfiguration",
          BOOT + "oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
          BOOT
              + "oauth2.server.resource.autoconfigure.web"
              + ".OAuth2ResourceServerWebSecurityAutoConfiguration");

  private static final List<String> LOCAL =
      List.of(
          BOOT + "autoconfigure.SecurityAutoConfiguration",
          BOOT + "autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
          BOOT + "autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
          BOOT + "autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
          BOOT + "oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration",
          BOOT + "oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration");

  private Proof() {}

  /** The settings that say so. */
  public static Map<String, String> settings(Access access) {
    String never = String.join(",", NEVER);
    return Map.of(
        ProofOfCallers.PROPERTY,
        Boolean.toString(!access.isLocal()),
        "spring.autoconfigure.exclude",
        access.isLocal() ? never + "," + String.join(",", LOCAL) : never);
  }
}
