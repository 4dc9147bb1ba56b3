package org.preclaim.web.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.OriginTrackedResource;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.support.SpringApplicationJsonEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * A setting that somebody gave. Whether it is what a reader looks for is left to Spring Boot, which
 * knows all ways to write a name: it is asked to find the name where there is nothing but this one.
 *
 * @param name as it is written
 * @param kind of the place where it stands
 * @param source that place in words; absent for what the program itself handed on
 * @param alone a source that holds this setting only, without its value
 */
record GivenSetting(
    String name, Kind kind, @Nullable String source, ConfigurationPropertySource alone) {

  private static final String ENVIRONMENT =
      StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

  /** Where a setting stands, which says who else could be meant by it. */
  enum Kind {
    /** A property file, which is for this program alone. */
    FILE,
    /** The environment, which other programs read too. */
    ENVIRONMENT,
    /** Whatever else Spring Boot collects settings from. */
    ELSEWHERE,
    /** Arguments that the program itself hands on. */
    HANDED_ON
  }

  /** All of them, but for those of the program's own file. */
  static List<GivenSetting> all(ConfigurableEnvironment environment) {
    List<GivenSetting> all = new ArrayList<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      // A -D of the process may belong to anything that runs in it.
      boolean read =
          !source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
      if (read && source instanceof EnumerablePropertySource<?> named) {
        for (String name : named.getPropertyNames()) {
          if (!isOfTheProgram(OriginLookup.getOrigin(source, name))) {
            all.add(of(named, name));
          }
        }
      }
    }
    return all;
  }

  private static boolean isOfTheProgram(@Nullable Origin origin) {
    return origin instanceof TextResourceOrigin text
        && unwrapped(text.getResource()) instanceof ClassPathResource;
  }

  private static @Nullable Resource unwrapped(@Nullable Resource resource) {
    return resource instanceof OriginTrackedResource tracked ? tracked.getResource() : resource;
  }

  private static GivenSetting of(EnumerablePropertySource<?> source, String name) {
    if (source.getName().equals(ENVIRONMENT)) {
      return new GivenSetting(
          name,
          Kind.ENVIRONMENT,
          "the environment",
          alone(new SystemEnvironmentPropertySource(ENVIRONMENT, Map.of(name, ""))));
    }
    ConfigurationPropertySource alone = alone(new MapPropertySource("alone", Map.of(name, "")));
    if (OriginLookup.getOrigin(source, name) instanceof TextResourceOrigin text) {
      return new GivenSetting(name, kind(source), words(text), alone);
    }
    return source
            .getName()
            .equals(SpringApplicationJsonEnvironmentPostProcessor.SPRING_APPLICATION_JSON_PROPERTY)
        ? new GivenSetting(name, Kind.ELSEWHERE, source.getName(), alone)
        : new GivenSetting(name, Kind.HANDED_ON, null, alone);
  }

  private static Kind kind(PropertySource<?> source) {
    return source instanceof OriginTrackedMapPropertySource ? Kind.FILE : Kind.ELSEWHERE;
  }

  private static ConfigurationPropertySource alone(PropertySource<?> source) {
    return Objects.requireNonNull(ConfigurationPropertySource.from(source), "of a map");
  }

  /** The file and the line, from 1. */
  private static String words(TextResourceOrigin origin) {
    Resource resource = Objects.requireNonNull(origin.getResource(), "of a file");
    TextResourceOrigin.Location location = origin.getLocation();
    String line = location == null ? "" : ":" + (location.getLine() + 1);
    try {
      return (resource.isFile() ? resource.getFile().getPath() : resource.getDescription()) + line;
    } catch (IOException noFile) {
      return resource.getDescription() + line;
    }
  }

  /** Whether whoever looks for {@code sought} finds this one. */
  boolean isFoundAs(ConfigurationPropertyName sought) {
    return alone.getConfigurationProperty(sought) != null;
  }

  /** Whether whoever looks for what is below {@code group} finds this one. */
  boolean isBelow(ConfigurationPropertyName group) {
    return alone.containsDescendantOf(group) == ConfigurationPropertyState.PRESENT;
  }

  /** Its name as in a property file. */
  ConfigurationPropertyName dotted() {
    return ConfigurationPropertyName.adapt(name, kind == Kind.ENVIRONMENT ? '_' : '.');
  }

  /** How {@code other} is written where this one stands. */
  String written(String other) {
    return kind == Kind.ENVIRONMENT ? variable(other) : other;
  }

  /** How a setting is called in the environment. */
  static String variable(String name) {
    return name.chars()
        .filter(each -> each != '-')
        .mapToObj(each -> each == '.' ? "_" : Character.toString(Character.toUpperCase(each)))
        .collect(Collectors.joining());
  }

  /** Where it stands, for people. */
  Place place() {
    return new Place.Setting(name, source);
  }
}
