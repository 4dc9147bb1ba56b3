package org.preclaim.intake.hook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Problem;
import tools.jackson.databind.JsonNode;

/**
 * What became of a card, as the client tells it. Free text is not kept: it may say who the patient
 * is.
 *
 * @param card the card's UUID
 * @param outcome {@code accepted} or {@code overridden}
 * @param suggestions the UUIDs of those that were accepted
 * @param reason the code of the reason for which it was overridden; absent without one
 * @param at when, as the client has it
 */
public record Feedback(
    String card, String outcome, List<String> suggestions, @Nullable String reason, Instant at) {

  /** Copies the list. */
  public Feedback {
    suggestions = List.copyOf(suggestions);
  }

  /**
   * What {@code body} tells; none where it cannot be read.
   *
   * @param problems where what is wrong goes
   */
  public static List<Feedback> read(byte[] body, List<Problem> problems) {
    JsonNode root = HookIntake.parsed(body, problems);
    return root == null ? List.of() : new FeedbackReader(problems).read(root);
  }
}
