package org.preclaim.web.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings that Spring Boot and its parts read, as each of them lists its own in its jar. The
 * list names a map or a list, not what may stand below it; where that is a shape of Spring Boot's
 * own, the shape is asked.
 */
final class SpringSettings {

  private static final String LIST = "META-INF/spring-configuration-metadata.json";

  /** What a map or a list holds, where Spring Boot has the shape of it. */
  private static final Pattern SHAPE =
      Pattern.compile("java\\.util\\.(Map|List)<.*?(org\\.springframework\\.boot\\.[\\w.$]+)>");

  private static final Pattern MANY = Pattern.compile("java\\.util\\..*|.*\\[]");

  private final Map<ConfigurationPropertyName, String> types = new TreeMap<>();
  private final Map<ConfigurationPropertyName, String> gone = new TreeMap<>();
  private final Set<ConfigurationPropertyName> groups = new LinkedHashSet<>();
  private final Binder binder;

  /** Reads the lists; {@code binder} has the settings. */
  SpringSettings(Binder binder) {
    this.binder = binder;
    try {
      ClassLoader loader = SpringSettings.class.getClassLoader();
      for (URL list : Collections.list(loader.getResources(LIST))) {
        try (InputStream json = list.openStream()) {
          add(new JsonMapper().readTree(json));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void add(JsonNode list) {
    for (JsonNode property : list.path("properties")) {
      ConfigurationPropertyName name = name(property);
      JsonNode deprecation = property.path("deprecation");
      if (deprecation.path("level").asString("").equals("error")) {
        gone.put(name, deprecation.path("replacement").asString(""));
      } else {
        types.put(name, property.path("type").asString(""));
      }
    }
    for (JsonNode group : list.path("groups")) {
      // A single word could be the name of anything.
      if (name(group).getNumberOfElements() > 1) {
        groups.add(name(group));
      }
    }
  }

  private static ConfigurationPropertyName name(JsonNode entry) {
    return ConfigurationPropertyName.adapt(entry.path("name").asString(), '.');
  }

  /** Whether it stands below a group of theirs, so that no other program could be meant. */
  boolean isWithinGroup(GivenSetting given) {
    return groups.stream().anyMatch(given::isBelow);
  }

  /** Whether some part reads it. */
  boolean reads(GivenSetting given) {
    return types.keySet().stream().anyMatch(given::isFoundAs)
        || above(given)
            .map(shaped -> shape(shaped).map(shape -> shape.looksFor(given)).orElse(true))
            .orElse(false);
  }

  /** What whoever wrote it may have meant. */
  Optional<String> meant(GivenSetting given) {
    Optional<String> replacement =
        gone.entrySet().stream()
            .filter(each -> given.isFoundAs(each.getKey()) && !each.getValue().isEmpty())
            .map(each -> given.written(each.getValue()))
            .findFirst();
    return replacement
        .or(() -> above(given).flatMap(this::shape).flatMap(shape -> shape.nearest(given)))
        .or(
            () ->
                KnownSettings.nearest(
                    types.keySet().stream().map(ConfigurationPropertyName::toString).toList(),
                    given));
  }

  /** The map or list that it stands in. */
  private Optional<Map.Entry<ConfigurationPropertyName, String>> above(GivenSetting given) {
    return types.entrySet().stream()
        .filter(each -> MANY.matcher(each.getValue()).matches() && given.isBelow(each.getKey()))
        .findFirst();
  }

  /** What is looked for in a map or list; empty where it may hold anything. */
  private Optional<SettingsReader> shape(Map.Entry<ConfigurationPropertyName, String> many) {
    Matcher shape = SHAPE.matcher(many.getValue());
    if (!shape.matches()) {
      return Optional.empty();
    }
    ResolvableType each =
        ResolvableType.forClass(
            ClassUtils.resolveClassName(shape.group(2), SpringSettings.class.getClassLoader()));
    SettingsReader reader = new SettingsReader();
    reader.look(
        binder,
        many.getKey(),
        Bindable.of(
            shape.group(1).equals("Map")
                ? ResolvableType.forClassWithGenerics(
                    Map.class, ResolvableType.forClass(String.class), each)
                : ResolvableType.forClassWithGenerics(List.class, each)));
    return Optional.of(reader);
  }
}
