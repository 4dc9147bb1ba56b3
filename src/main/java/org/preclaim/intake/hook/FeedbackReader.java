package org.preclaim.intake.hook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Problem;
import tools.jackson.databind.JsonNode;

/** Reads what is told about cards. What is kept of it has a form in which no sentence fits. */
final class FeedbackReader {

  private static final int CARDS_MAX = 1_000;
  private static final List<String> OUTCOMES = List.of("accepted", "overridden");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "([Zz]|[+-][0-9]{2}:[0-9]{2})");

  private final List<Problem> problems;

  /**
   * A reader for one body.
   *
   * @param problems where what is wrong goes
   */
  FeedbackReader(List<Problem> problems) {
    this.problems = problems;
  }

  /** What {@code root} tells; none where anything is wrong. */
  List<Feedback> read(JsonNode root) {
    JsonNode list = root.path("feedback");
    if (!list.isArray() || list.isEmpty() || list.size() > CARDS_MAX) {
      add("/feedback", "is no list of 1 to " + CARDS_MAX + " cards with their outcome");
      return List.of();
    }
    List<Feedback> told = new ArrayList<>();
    for (int index = 0; index < list.size(); index++) {
      Feedback one = one(list.get(index), "/feedback/" + index);
      if (one != null) {
        told.add(one);
      }
    }
    return problems.isEmpty() ? told : List.of();
  }

  private @Nullable Feedback one(JsonNode node, String where) {
    if (!node.isObject()) {
      add(where, "is no object");
      return null;
    }
    String card = uuid(node.path("card"), where + "/card");
    String outcome = node.path("outcome").asString("");
    if (!OUTCOMES.contains(outcome)) {
      add(where + "/outcome", "expected `accepted` or `overridden`");
    }
    List<String> accepted =
        accepted(node.path("acceptedSuggestions"), where + "/acceptedSuggestions");
    String reason = reason(node.path("overrideReason"), where + "/overrideReason");
    Instant at = time(node.path("outcomeTimestamp"), where + "/outcomeTimestamp");
    return at == null ? null : new Feedback(card, outcome, accepted, reason, at);
  }

  private List<String> accepted(JsonNode list, String where) {
    List<String> accepted = new ArrayList<>();
    if (!isLeftOut(list) && !list.isArray()) {
      add(where, "is no list");
      return accepted;
    }
    for (int index = 0; index < list.size(); index++) {
      accepted.add(uuid(list.get(index).path("id"), where + "/" + index + "/id"));
    }
    return accepted;
  }

  /** The code of the reason that was chosen; null where none was, or where a problem says why. */
  private @Nullable String reason(JsonNode override, String where) {
    JsonNode reason = override.path("reason");
    if (!isObject(override, where) || !isObject(reason, where + "/reason")) {
      return null;
    }
    JsonNode code = reason.path("code");
    if (!code.isString() || !CODE.matcher(code.asString()).matches()) {
      add(where + "/reason/code", "is no code of 1 to 64 letters, digits, `.`, `_` or `-`");
      return null;
    }
    return code.asString();
  }

  private boolean isObject(JsonNode node, String where) {
    if (!isLeftOut(node) && !node.isObject()) {
      add(where, "is no object");
    }
    return node.isObject();
  }

  private @Nullable Instant time(JsonNode node, String where) {
    try {
      if (node.isString() && TIME.matcher(node.asString()).matches()) {
        return OffsetDateTime.parse(node.asString()).toInstant();
      }
    } catch (DateTimeException notInTheCalendar) {
      // Told below, as what has another form is.
    }
    add(where, "is no date and time with an offset, such as `2026-03-03T10:00:00Z`");
    return null;
  }

  private String uuid(JsonNode node, String where) {
    String text = node.asString("");
    if (!HookIntake.isUuid(text)) {
      add(where, "is no UUID");
    }
    return text;
  }

  private static boolean isLeftOut(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private void add(String pointer, String message) {
    problems.add(HookIntake.problem(pointer, HookProblemCode.FEEDBACK, message));
  }
}
