package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.web.access.Access;
import org.preclaim.web.access.CallerSettings;
import org.preclaim.web.access.HookSettings;
import org.preclaim.web.access.LimitSettings;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class FrontFilterTest {

  private static final Set<Access.Way> LOCAL = EnumSet.noneOf(Access.Way.class);
  private static final Set<Access.Way> KEYS = EnumSet.of(Access.Way.KEYS);

  private static MockHttpServletResponse answer(
      Set<Access.Way> ways, Set<String> hosts, String host) throws Exception {
    CallerSettings settings =
        new CallerSettings(null, null, List.of(), "sub", "roles", Map.of(), hosts);
    LimitSettings limits = new LimitSettings(1, 1, 1, DataSize.ofBytes(1), 1);
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/actuator/health");
    request.setServerName(host);
    MockHttpServletResponse response = new MockHttpServletResponse();
    new FrontFilter(new Access(ways, settings, limits, new HookSettings(Set.of())))
        .doFilter(request, response, new MockFilterChain());
    return response;
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]"})
  void localService_asLoopback_answers(String host) throws Exception {
    assertThat(answer(LOCAL, Set.of(), host).getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"elsewhere.example", "localhost.example", "127.0.0.1.example", ""})
  void localService_asAnotherHost_refuses(String host) throws Exception {
    MockHttpServletResponse refused = answer(LOCAL, Set.of(), host);

    assertThat(refused.getStatus()).isEqualTo(421);
    assertThat(refused.getContentAsString()).contains("localhost or a loopback address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"preclaim.example", "Preclaim.Example", "127.0.0.1"})
  void serviceWithCallers_asOneOfItsNames_answers(String host) throws Exception {
    Set<String> hosts = Set.of("Preclaim.example", "127.0.0.1");

    assertThat(answer(KEYS, hosts, host).getStatus()).isEqualTo(200);
  }

  @Test
  void serviceWithCallers_asAnotherHost_refusesWithoutItsNames() throws Exception {
    MockHttpServletResponse refused = answer(KEYS, Set.of("preclaim.example"), "localhost");

    assertThat(refused.getStatus()).isEqualTo(421);
    assertThat(refused.getContentAsString())
        .contains("preclaim.callers.hosts")
        .doesNotContain("loopback", "preclaim.example");
  }
}
