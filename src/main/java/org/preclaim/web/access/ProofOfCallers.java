package org.preclaim.web.access;

import jakarta.servlet.DispatcherType;
import org.preclaim.caller.key.KeyRing;
import org.preclaim.web.access.Access.Way;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** The filters of a service whose callers prove who they are. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = ProofOfCallers.PROPERTY, havingValue = "true")
class ProofOfCallers {

  /** Says whether callers prove who they are; set by the service itself, never by its user. */
  static final String PROPERTY = "preclaim.proof";

  @Bean
  ClaimedCaller claimedCaller(Access access) {
    return new ClaimedCaller(access.settings());
  }

  @Bean
  ProvenCaller callerSource(ClaimedCaller claimed) {
    return new ProvenCaller(claimed);
  }

  @Bean
  SecurityFilterChain proof(
      HttpSecurity http,
      Access access,
      KeyRing keys,
      ClaimedCaller claimed,
      ProvenCaller proven,
      ObjectProvider<ClientRegistrationRepository> providers) {
    FailureThrottle throttle = new FailureThrottle(access.limits());
    ClientRegistrationRepository provider = providers.getIfAvailable();
    String login = provider == null ? null : PeopleLogin.begin(provider);
    Doorkeeper doorkeeper = new Doorkeeper(proven, throttle, login);
    JwtDecoder tokens = access.has(Way.TOKENS) ? TokenCheck.of(access.settings()) : null;
    BearerCallers callers = new BearerCallers(keys, tokens, claimed);
    // The front filter sets the headers of all answers, those of a local service too.
    http.headers(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            each -> each.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
        .oauth2ResourceServer(
            each ->
                each.authenticationManagerResolver(request -> callers)
                    .authenticationEntryPoint(doorkeeper)
                    .accessDeniedHandler(doorkeeper))
        .addFilterBefore(throttle, BearerTokenAuthenticationFilter.class)
        .authorizeHttpRequests(
            each ->
                each.dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .access(table(proven, provider != null)));
    if (provider == null || login == null) {
      PeopleLogin.none(http);
    } else {
      PeopleLogin.at(http, provider, login);
    }
    return http.build();
  }

  /** Lets in whom the table of calls lets in. */
  private static AuthorizationManager<RequestAuthorizationContext> table(
      ProvenCaller proven, boolean login) {
    return (authentication, context) ->
        new AuthorizationDecision(
            Endpoints.of(context.getRequest())
                .map(
                    row ->
                        switch (row.entry()) {
                          case OPEN -> true;
                          case PAGE -> !login || proven.of(authentication.get()).isPresent();
                          case ROLES ->
                              proven.of(authentication.get()).filter(row::lets).isPresent();
                        })
                .orElse(false));
  }
}
