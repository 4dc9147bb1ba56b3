package org.preclaim.web.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Role;
import org.preclaim.caller.key.CallerProblem;
import org.preclaim.desk.Entrance;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.problem.Quoted;
import org.preclaim.web.access.Access.Way;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Decides from settings and address how callers prove who they are, before anything listens: a
 * service that others can reach and that would know nobody does not start.
 */
public final class AccessCheck {

  private static final String REGISTRATIONS = "spring.security.oauth2.client.registration";
  private static final String OTHER_PORT = "management.server.port";

  private final Binder binder;
  private final ConfigurableEnvironment environment;
  private final List<Problem> problems = new ArrayList<>();

  private AccessCheck(ConfigurableEnvironment environment) {
    this.environment = environment;
    this.binder = Binder.get(environment);
  }

  /**
   * How callers of {@code entrance} prove who they are.
   *
   * @throws UnusableSettings with everything that is wrong
   */
  public static Access of(Entrance entrance, ConfigurableEnvironment environment) {
    return new AccessCheck(environment).access(entrance);
  }

  private Access access(Entrance entrance) {
    List<GivenSetting> all = GivenSetting.all(environment);
    SettingsReader reader = new SettingsReader();
    CallerSettings settings = reader.read(binder, CallerSettings.PREFIX, CallerSettings.class);
    LimitSettings limits = reader.read(binder, LimitSettings.PREFIX, LimitSettings.class);
    HookSettings hooks = reader.read(binder, HookSettings.PREFIX, HookSettings.class);
    problems.addAll(new KnownSettings(environment, reader).unknown(all));
    problems.addAll(reader.unusable(all));
    // Where one of them was not understood, what is missing beside it may be just that one.
    if (reader.isSound(CallerSettings.PREFIX, all)) {
      checkTokens(settings);
    }
    checkNames(settings);
    check(hooks);
    for (String setting : limits.notPositive()) {
      add(setting, CallerProblem.SETTING, "expected a number from 1 on", null);
    }
    if (environment.containsProperty(OTHER_PORT)) {
      add(
          OTHER_PORT,
          CallerProblem.SETTING,
          "a second port would let in who is kept out at the first: expected none",
          null);
    }
    Set<Way> ways = ways(entrance, settings);
    if (!problems.isEmpty()) {
      throw new UnusableSettings(problems);
    }
    return new Access(ways, settings, limits, hooks);
  }

  private void checkTokens(CallerSettings settings) {
    if (settings.takesTokens() && settings.audience().isEmpty()) {
      add(
          CallerSettings.PREFIX + ".audience",
          CallerProblem.SETTING,
          "without it a token for any other service of the issuer would be taken: expected what"
              + " tokens for this service have in `aud`",
          null);
    }
    if (!settings.takesTokens() && !settings.audience().isEmpty()) {
      add(
          CallerSettings.PREFIX + ".issuer",
          CallerProblem.SETTING,
          "there is an audience but nobody whose tokens are taken: expected `issuer`, `jwk-set-uri`"
              + " or both",
          null);
    }
  }

  private void checkNames(CallerSettings settings) {
    Set<String> roles = Arrays.stream(Role.values()).map(Role::word).collect(Collectors.toSet());
    for (String role : new TreeSet<>(settings.roles().keySet())) {
      if (!roles.contains(role)) {
        add(
            CallerSettings.PREFIX + ".roles." + role,
            CallerProblem.SETTING,
            "there is no role of this name",
            "expected one of " + String.join(", ", new TreeSet<>(roles)));
      }
    }
    for (String host : new TreeSet<>(settings.hosts())) {
      if (!CallerSettings.isHost(host)) {
        add(
            CallerSettings.PREFIX + ".hosts",
            CallerProblem.SETTING,
            Quoted.text(host)
                + " is no name of a host: expected one such as `preclaim.example` or `[::1]`",
            "each by its whole name, without a scheme, a port or `*`, as the header Host has it");
      }
    }
  }

  private void check(HookSettings hooks) {
    for (String origin : new TreeSet<>(hooks.origins())) {
      if (!HookSettings.isOrigin(origin)) {
        add(
            HookSettings.PREFIX + ".origins",
            CallerProblem.SETTING,
            "`"
                + origin
                + "` is no origin: expected `https://` and a host in lower case, and its"
                + " port where that is not the usual one",
            "each origin by its whole name, without a path and without `*`, as browsers send it");
      }
    }
  }

  private Set<Way> ways(Entrance entrance, CallerSettings settings) {
    Set<Way> ways = EnumSet.noneOf(Way.class);
    if (settings.takesTokens()) {
      ways.add(Way.TOKENS);
    }
    if (binder.bind(REGISTRATIONS, Bindable.mapOf(String.class, Object.class)).isBound()) {
      ways.add(Way.LOGIN);
    }
    boolean asked = !entrance.isLoopback() || entrance.proof() || !ways.isEmpty();
    if (!asked) {
      return ways;
    }
    if (ways.isEmpty() && problems.isEmpty() && !entrance.keys().hasAny()) {
      add(
          entrance.isLoopback() ? "--authenticate" : "--address",
          CallerProblem.UNPROVEN,
          entrance.isLoopback()
              ? "callers are to prove who they are, and nobody could"
              : "`"
                  + entrance.address().getAddress().getHostAddress()
                  + "` can be reached from other machines, and callers could not prove who they"
                  + " are",
          "make a key with `callers add NAME --role decide`, or name an issuer of tokens with"
              + " preclaim.callers.issuer; docs/security.md has both");
    }
    ways.add(Way.KEYS);
    return ways;
  }

  private void add(String setting, CallerProblem problem, String message, @Nullable String help) {
    problems.add(new Problem(new Place.Setting(setting), problem.code(), message, help));
  }
}
