package org.preclaim.intake.hook;

import java.util.List;
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

  private static final String ENTRY = "Bundle.entry[";
  private static final String RESOURCE = "].resource";

  /** Copies the list. */
  public HookCall {
    paths = List.copyOf(paths);
  }

  /** {@code problem} of the Bundle, at its place in the call. */
  public Problem inCall(Problem problem) {
    String place = problem.place().toString();
    int end = place.indexOf(RESOURCE);
    if (!place.startsWith(ENTRY) || end < 0) {
      return problem;
    }
    int entry = Integer.parseInt(place.substring(ENTRY.length(), end));
    String rest = place.substring(end + RESOURCE.length());
    return new Problem(
        new Place.FhirPath(paths.get(entry) + rest),
        problem.code(),
        problem.message(),
        problem.help());
  }
}
