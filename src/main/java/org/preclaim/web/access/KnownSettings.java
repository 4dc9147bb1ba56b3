package org.preclaim.web.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.key.CallerProblem;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * The settings that exist: one with a name that nobody reads would be obeyed by nobody, in silence,
 * and a certificate with it.
 */
final class KnownSettings {

  private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("preclaim");

  /** Needed before a file is read, or where none is. */
  private static final List<ConfigurationPropertyName> OF_THE_ENVIRONMENT =
      Stream.of("preclaim.journal.url", "preclaim.log.format", "preclaim.key")
          .map(ConfigurationPropertyName::of)
          .toList();

  /** Options that win over what a file says. */
  private static final Map<ConfigurationPropertyName, String> OF_THE_COMMAND_LINE =
      Map.of(
          ConfigurationPropertyName.of("server.port"),
          "--port",
          ConfigurationPropertyName.of("server.address"),
          "--address");

  private static final Set<String> OF_SPRING = Set.of("server", "spring", "management", "logging");

  private final ConfigurableEnvironment environment;
  private final SettingsReader reader;
  private @Nullable SpringSettings spring;

  /**
   * Those of Spring Boot, and ours.
   *
   * @param reader has read all groups of ours
   */
  KnownSettings(ConfigurableEnvironment environment, SettingsReader reader) {
    this.environment = environment;
    this.reader = reader;
  }

  /** A problem for each setting that does not exist, or not where it stands. */
  List<Problem> unknown(List<GivenSetting> all) {
    List<Problem> problems = new ArrayList<>();
    for (GivenSetting given : all) {
      if (given.isBelow(OURS)) {
        ours(given).ifPresent(problems::add);
      } else if (couldBeOfSpring(given)) {
        ofSpring(given).ifPresent(problems::add);
      }
    }
    problems.sort((left, right) -> left.place().toString().compareTo(right.place().toString()));
    return problems;
  }

  private Optional<Problem> ours(GivenSetting given) {
    Optional<String> variable =
        OF_THE_ENVIRONMENT.stream()
            .filter(given::isFoundAs)
            .map(name -> GivenSetting.variable(name.toString()))
            .findFirst();
    boolean fromEnvironment = given.kind() == GivenSetting.Kind.ENVIRONMENT;
    if (variable.isPresent() && !fromEnvironment) {
      return Optional.of(notFromHere(given, "set " + variable.get() + " in the environment"));
    }
    if (variable.isPresent() || reader.looksFor(given)) {
      return Optional.empty();
    }
    List<String> variables =
        OF_THE_ENVIRONMENT.stream().map(ConfigurationPropertyName::toString).toList();
    return Optional.of(
        missing(
            given,
            reader
                .nearest(given)
                .or(() -> fromEnvironment ? nearest(variables, given) : Optional.empty()),
            "docs/operating.md and docs/security.md list all of them"));
  }

  /** A file is read by this program alone; in the environment much is meant for others. */
  private boolean couldBeOfSpring(GivenSetting given) {
    ConfigurationPropertyName name = given.dotted();
    return switch (given.kind()) {
      case FILE -> !isPlaceholder(given.name());
      case ENVIRONMENT, ELSEWHERE ->
          !name.isEmpty() && OF_SPRING.contains(name.getElement(0, Form.UNIFORM));
      case HANDED_ON -> false;
    };
  }

  private Optional<Problem> ofSpring(GivenSetting given) {
    boolean fromEnvironment = given.kind() == GivenSetting.Kind.ENVIRONMENT;
    Optional<String> option =
        OF_THE_COMMAND_LINE.entrySet().stream()
            .filter(each -> given.isFoundAs(each.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (option.isPresent()) {
      return fromEnvironment
          ? Optional.empty()
          : Optional.of(notFromHere(given, "say it with " + option.get()));
    }
    if (spring == null) {
      spring = new SpringSettings(Binder.get(environment));
    }
    SpringSettings known = spring;
    if (known.reads(given) || (fromEnvironment && !known.isWithinGroup(given))) {
      return Optional.empty();
    }
    return Optional.of(
        missing(
            given,
            known.meant(given).or(() -> reader.nearest(given)),
            "neither Preclaim nor Spring Boot reads it: remove it"));
  }

  /** Whether the value of another setting refers to it. */
  private boolean isPlaceholder(String name) {
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> named) {
        for (String other : named.getPropertyNames()) {
          String value = String.valueOf(named.getProperty(other));
          if (value.contains("${" + name + "}") || value.contains("${" + name + ":")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The name that is most like {@code given}, written as where that stands. */
  static Optional<String> nearest(Collection<String> names, GivenSetting given) {
    return Vocabulary.nearest(names, given.dotted().toString().toLowerCase(Locale.ROOT))
        .map(given::written);
  }

  private static Problem notFromHere(GivenSetting given, String help) {
    return problem(given.place(), "the setting is not read from here", help);
  }

  private static Problem missing(GivenSetting given, Optional<String> meant, String otherwise) {
    return problem(
        given.place(),
        "there is no such setting",
        meant.map(near -> "did you mean `" + near + "`?").orElse(otherwise));
  }

  /** Something wrong with a setting. */
  static Problem problem(Place place, String message, @Nullable String help) {
    return new Problem(place, CallerProblem.SETTING.code(), message, help);
  }
}
