package org.preclaim.handwritten;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.CodeSuggestion;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;

/**
 * A finding without its words, for comparison.
 *
 * @param policy the policy id
 * @param says a warning's severity, or what a suggestion wants done
 * @param about a warning's kind, or the code that a suggestion results in
 * @param lines the lines, those at risk first
 * @param modifiers that a suggestion results in
 * @param units that a suggestion results in
 */
public record Found(
    String policy,
    String says,
    String about,
    List<Integer> lines,
    List<String> modifiers,
    @Nullable BigDecimal units) {

  private static final Comparator<Found> ORDER =
      Comparator.<Found>comparingInt(found -> found.lines.isEmpty() ? -1 : found.lines.get(0))
          .thenComparing(Found::policy)
          .thenComparing(Found::toString);

  static Found warning(String policy, String severity, String kind, List<Integer> lines) {
    return new Found(policy, severity, kind, lines, List.of(), null);
  }

  /** The findings of a decision, each once and in order. */
  public static List<Found> in(Decision decision) {
    return sorted(
        Stream.concat(
                decision.warnings().stream().map(Found::of),
                decision.suggestions().stream().map(Found::of))
            .toList());
  }

  /** Each of these once and in order. */
  static List<Found> sorted(List<Found> found) {
    return found.stream().distinct().sorted(ORDER).toList();
  }

  private static Found of(DenialWarning warning) {
    return warning(
        warning.policy().id(), warning.severity().word(), warning.kind(), warning.lines());
  }

  private static Found of(CodeSuggestion suggestion) {
    Integer line = suggestion.line();
    return new Found(
        suggestion.policy().id(),
        suggestion.action().word(),
        suggestion.code(),
        line == null ? List.of() : List.of(line),
        suggestion.modifiers(),
        suggestion.units());
  }
}
