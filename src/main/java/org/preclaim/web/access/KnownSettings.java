package org.preclaim.web.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.preclaim.caller.key.CallerProblem;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The settings that exist: one with a name that nobody reads would be obeyed by nobody, in silence.
 * Those of the groups are checked where they are read.
 */
final class KnownSettings {

  private static final String OURS = "preclaim.";
  private static final Set<String> NAMES =
      Set.of("preclaim.journal.url", "preclaim.log.format", "preclaim.key", "preclaim.swagger-ui");
  private static final List<String> GROUPS =
      List.of(CallerSettings.PREFIX + ".", HookSettings.PREFIX + ".", LimitSettings.PREFIX + ".");

  private KnownSettings() {}

  /** A problem for each setting of the environment and of property files that does not exist. */
  static List<Problem> unknown(ConfigurableEnvironment environment) {
    Set<String> unknown = new TreeSet<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      // A -D of the process may belong to anything that runs in it.
      boolean read =
          !source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
      if (read && source instanceof EnumerablePropertySource<?> named) {
        for (String name : named.getPropertyNames()) {
          if (isUnknown(name.toLowerCase(Locale.ROOT).replace('_', '.'))) {
            unknown.add(name);
          }
        }
      }
    }
    List<Problem> problems = new ArrayList<>();
    unknown.forEach(name -> problems.add(problem(name)));
    return problems;
  }

  private static boolean isUnknown(String name) {
    return name.startsWith(OURS)
        && !NAMES.contains(name)
        && GROUPS.stream().noneMatch(name::startsWith);
  }

  private static Problem problem(String name) {
    return new Problem(
        new Place.Setting(name),
        CallerProblem.SETTING.code(),
        "there is no such setting",
        Vocabulary.nearest(NAMES, name.toLowerCase(Locale.ROOT).replace('_', '.'))
            .map(near -> "did you mean `" + near + "`?")
            .orElse("docs/operating.md and docs/security.md list all of them"));
  }
}
