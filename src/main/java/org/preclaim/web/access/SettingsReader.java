package org.preclaim.web.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.unit.DataSize;

/** Reads groups of settings to their end, whatever is wrong, and notes what it looked for. */
final class SettingsReader extends AbstractBindHandler {

  private static final Map<Class<?>, String> EXPECTED =
      Map.of(int.class, "a whole number", DataSize.class, "a number with `KB`, `MB` or `GB`");

  private final Set<ConfigurationPropertyName> sought = new LinkedHashSet<>();
  private final Map<ConfigurationPropertyName, String> unusable = new LinkedHashMap<>();

  /** The group below {@code prefix}; what cannot be read in it is as if it were left out. */
  <T> T read(Binder binder, String prefix, Class<T> group) {
    T read = binder.bindOrCreate(prefix, Bindable.of(group), this);
    sought.remove(ConfigurationPropertyName.of(prefix));
    return read;
  }

  /** Looks for all that {@code target} may hold, for the names. */
  void look(Binder binder, ConfigurationPropertyName prefix, Bindable<?> target) {
    binder.bind(prefix, target, this);
  }

  @Override
  public <T> Bindable<T> onStart(
      ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
    sought.add(name);
    return target;
  }

  @Override
  public @Nullable Object onFailure(
      ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
    // The error quotes the value, which may be a secret; the name is enough to find it.
    unusable.put(name, EXPECTED.getOrDefault(target.getType().resolve(Object.class), "another"));
    return null;
  }

  /** Whether the group below {@code prefix} says what was meant by it. */
  boolean isSound(String prefix, List<GivenSetting> all) {
    ConfigurationPropertyName group = ConfigurationPropertyName.of(prefix);
    return unusable.keySet().stream().noneMatch(group::isAncestorOf)
        && all.stream().filter(given -> given.isBelow(group)).allMatch(this::looksFor);
  }

  /** Whether {@code given} was looked for. */
  boolean looksFor(GivenSetting given) {
    return sought.stream().anyMatch(given::isFoundAs);
  }

  /** What was looked for and is most like {@code given}. */
  Optional<String> nearest(GivenSetting given) {
    return KnownSettings.nearest(
        sought.stream().map(ConfigurationPropertyName::toString).toList(), given);
  }

  /** A problem for each setting that could not be read. */
  List<Problem> unusable(List<GivenSetting> all) {
    List<Problem> problems = new ArrayList<>();
    unusable.forEach(
        (name, expected) ->
            problems.add(
                KnownSettings.problem(
                    place(name, all), "its value is of another type: expected " + expected, null)));
    return problems;
  }

  private static Place place(ConfigurationPropertyName name, List<GivenSetting> all) {
    return all.stream()
        .filter(given -> given.isFoundAs(name))
        .findFirst()
        .map(GivenSetting::place)
        .orElseGet(() -> new Place.Setting(name.toString()));
  }
}
