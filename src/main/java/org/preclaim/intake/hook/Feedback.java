package org.preclaim.intake.hook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Problem;
import tools.jackson.databind.JsonNode;

/**
 * What became of a card, as the client tells it. A comment in free text is not kept: it may say who
 * the patient is.
 *
 * @param card the card's UUID
 * @param outcome {@code accepted} or {@code overridden}
 * @param suggestions the UUIDs of those that were accepted
 * @param reason the code of the reason for which it was overridden; absent without one
 * @param at when, as the client has it
 */
public record Feedback(
    String card, String outcome, List<String> suggestions, @Nullable String reason, String at) {

  private static final int CARDS_MAX = 1_000;
  private static final int CODE_MAX = 100;
  private static final List<String> OUTCOMES = List.of("accepted", "overridden");

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
    List<Feedback> told = new ArrayList<>();
    if (root == null) {
      return told;
    }
    JsonNode list = root.path("feedback");
    if (!list.isArray() || list.isEmpty() || list.size() > CARDS_MAX) {
      problems.add(
          problem("/feedback", "is no list of 1 to " + CARDS_MAX + " cards with their outcome"));
      return told;
    }
    for (int index = 0; index < list.size(); index++) {
      told.add(one(list.get(index), "/feedback/" + index, problems));
    }
    return problems.isEmpty() ? told : List.of();
  }

  private static Feedback one(JsonNode node, String where, List<Problem> problems) {
    String card = uuid(node.path("card"), where + "/card", problems);
    String outcome = node.path("outcome").asString("");
    if (!OUTCOMES.contains(outcome)) {
      problems.add(problem(where + "/outcome", "expected `accepted` or `overridden`"));
    }
    List<String> accepted = new ArrayList<>();
    JsonNode suggestions = node.path("acceptedSuggestions");
    for (int index = 0; index < suggestions.size(); index++) {
      String at = where + "/acceptedSuggestions/" + index + "/id";
      accepted.add(uuid(suggestions.path(index).path("id"), at, problems));
    }
    String reason = node.path("overrideReason").path("reason").path("code").asString(null);
    if (reason != null && reason.length() > CODE_MAX) {
      problems.add(problem(where + "/overrideReason/reason/code", "is longer than " + CODE_MAX));
    }
    String at = node.path("outcomeTimestamp").asString("");
    return new Feedback(card, outcome, accepted, reason, at.length() > CODE_MAX ? "" : at);
  }

  private static String uuid(JsonNode node, String where, List<Problem> problems) {
    String text = node.asString("");
    if (!HookIntake.isUuid(text)) {
      problems.add(problem(where, "is no UUID"));
    }
    return text;
  }

  private static Problem problem(String pointer, String message) {
    return HookIntake.problem(pointer, HookProblemCode.FEEDBACK, message);
  }
}
