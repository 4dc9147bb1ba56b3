package org.preclaim.web.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * What is asked of a token: signed by a key of the issuer, from it, for this service, not expired.
 * Only signatures by key pairs are taken: with a shared secret whoever can check could also sign.
 */
final class TokenCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private TokenCheck() {}

  /** Checks tokens; the issuer is asked for its keys when the first token comes in. */
  static JwtDecoder of(CallerSettings settings) {
    return new SupplierJwtDecoder(() -> decoder(settings));
  }

  private static NimbusJwtDecoder decoder(CallerSettings settings) {
    NimbusJwtDecoder decoder =
        (settings.jwkSetUri() == null
                ? NimbusJwtDecoder.withIssuerLocation(String.valueOf(settings.issuer()))
                : NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri()))
            .jwsAlgorithms(TokenCheck::onlyKeyPairs)
            .restOperations(patient())
            .validateType(false)
            .build();
    decoder.setJwtValidator(validator(settings));
    return decoder;
  }

  private static void onlyKeyPairs(Set<SignatureAlgorithm> algorithms) {
    algorithms.addAll(EnumSet.allOf(SignatureAlgorithm.class));
  }

  private static RestTemplate patient() {
    SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
    requests.setConnectTimeout(PATIENCE);
    requests.setReadTimeout(PATIENCE);
    return new RestTemplate(requests);
  }

  private static OAuth2TokenValidator<Jwt> validator(CallerSettings settings) {
    JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt");
    type.setAllowEmpty(true);
    List<OAuth2TokenValidator<Jwt>> all = new ArrayList<>();
    all.add(type);
    all.add(new JwtTimestampValidator());
    all.add(new JwtClaimValidator<>(JwtClaimNames.EXP, expires -> expires != null));
    all.add(
        new JwtClaimValidator<List<String>>(
            JwtClaimNames.AUD,
            audience ->
                audience != null && audience.stream().anyMatch(settings.audience()::contains)));
    if (settings.issuer() != null) {
      all.add(new JwtIssuerValidator(settings.issuer()));
    }
    return new DelegatingOAuth2TokenValidator<>(all);
  }
}
