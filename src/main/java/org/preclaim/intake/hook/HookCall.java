package org.preclaim.intake.hook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/**
 * A call of a hook.
 *
 * @param instance the caller's UUID for it
 * @param bundle a FHIR Bundle of every resource that came with it, as JSON text
 * @param paths where in the call each entry of the Bundle stood
 */
public record HookCall(String instance, String bundle, List<String> paths) {

  private static final Pattern ENTRY =
      Pattern.compile("Bundle\\.entry\\[(?<index>[0-9]+)](?<resource>\\.resource)?(?<rest>.*)");
  private static final String RESOURCE = ".resource";

  /** Copies the list. */
  public HookCall {
    paths = List.copyOf(paths);
  }

  /**
   * {@code problem} of the Bundle, at its place in the call. What is said of the Bundle itself,
   * which nobody sent, is said of the prefetch that it was made of.
   */
  public Problem inCall(Problem problem) {
    Matcher entry = ENTRY.matcher(problem.place().toString());
    String place = entry.matches() ? place(entry) : HookIntake.PREFETCH;
    return new Problem(
        new Place.FhirPath(place), problem.code(), problem.message(), problem.help());
  }

  private String place(Matcher entry) {
    String resource = paths.get(Integer.parseInt(entry.group("index")));
    boolean around = entry.group("resource") == null && resource.endsWith(RESOURCE);
    return (around ? resource.substring(0, resource.length() - RESOURCE.length()) : resource)
        + entry.group("rest");
  }
}
