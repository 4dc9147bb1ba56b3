package org.preclaim.web.access;

import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.ProblemResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * How people log in at a provider (OpenID Connect), where one is set up; then they have a session.
 */
final class PeopleLogin {

  private static final String BEGIN = "/oauth2/authorization/";

  private PeopleLogin() {}

  /** Where a login begins: at the first provider. */
  static String begin(ClientRegistrationRepository providers) {
    if (providers instanceof Iterable<?> all
        && all.iterator().hasNext()
        && all.iterator().next() instanceof ClientRegistration first) {
      return BEGIN + first.getRegistrationId();
    }
    throw new IllegalStateException("a repository of providers that cannot be listed");
  }

  /** Without one there are no sessions, and so nothing that a page elsewhere could misuse. */
  static void none(HttpSecurity http) {
    http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(each -> each.requestCache(new NullRequestCache()))
        .sessionManagement(each -> each.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }

  /** Sessions, which ask for a token of the page with everything that changes something. */
  static void at(HttpSecurity http, ClientRegistrationRepository providers, String begin) {
    HttpSessionRequestCache pages = new HttpSessionRequestCache();
    pages.setRequestMatcher(Doorkeeper::isPageView);
    OidcClientInitiatedLogoutSuccessHandler logout =
        new OidcClientInitiatedLogoutSuccessHandler(providers);
    logout.setPostLogoutRedirectUri("{baseUrl}");
    http.csrf(CsrfConfigurer::spa)
        .requestCache(each -> each.requestCache(pages))
        .logout(each -> each.logoutSuccessHandler(logout))
        .oauth2Login(
            each ->
                each.loginPage(begin)
                    .failureHandler(
                        (request, response, why) ->
                            ProblemResponse.write(request, response, HttpProblems.loginFailed())));
  }
}
