package org.preclaim.web;

import java.util.List;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.lifecycle.LifecycleRefusal;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.springframework.http.HttpStatus;

/** The problems of what a call was asked for, as opposed to those of the encounter in it. */
final class CallProblems {

  private CallProblems() {}

  static ProblemAnswer unusableFiles(List<Problem> problems) {
    return new ProblemAnswer(
        "unusable-reference-files",
        "the official files cannot be imported",
        HttpStatus.UNPROCESSABLE_CONTENT.value(),
        "nothing was imported",
        problems);
  }

  static ProblemAnswer importRunning() {
    return ProblemAnswer.of(
        "import-running",
        "another import is running",
        HttpStatus.CONFLICT.value(),
        "expected one at a time: send the request again when the other has been answered");
  }

  static ProblemAnswer unusableReplay(List<Problem> problems) {
    return new ProblemAnswer(
        "unusable-replay",
        "this cannot be decided again",
        HttpStatus.UNPROCESSABLE_CONTENT.value(),
        "no replay was started",
        problems);
  }

  static ProblemAnswer replayRunning() {
    return ProblemAnswer.of(
        "replay-running",
        "another replay is running",
        HttpStatus.CONFLICT.value(),
        "expected one at a time: wait until it has ended, or cancel it");
  }

  static ProblemAnswer noReplay() {
    return ProblemAnswer.of(
        "no-replay",
        "there is no such replay",
        HttpStatus.NOT_FOUND.value(),
        "the service remembers the last ones since it was started");
  }

  /** Why a release may not take a step. */
  static ProblemAnswer release(LifecycleRefusal refused) {
    return switch (refused.reason()) {
      case UNUSABLE ->
          release("unusable-release", "this is no usable release", 422, refused.problems());
      case UNKNOWN -> release("no-release", "there is no such release", 404, refused.problems());
      case FORBIDDEN ->
          release("release-forbidden", "the caller may not do this", 403, refused.problems());
      case CONFLICT ->
          release(
              "release-conflict",
              "the release is not in a state for this",
              409,
              refused.problems());
    };
  }

  private static ProblemAnswer release(
      String kind, String title, int status, List<Problem> problems) {
    return new ProblemAnswer(kind, title, status, "nothing was changed", problems);
  }

  static ProblemAnswer notOneClaim(long claims) {
    return ProblemAnswer.of(
        "not-one-claim",
        "the file does not hold exactly one claim",
        HttpStatus.UNPROCESSABLE_CONTENT.value(),
        "found "
            + (claims == 0 ? "no claim" : claims + " claims")
            + ", expected one; /v1/decisions/batch takes files with any number");
  }

  static ProblemAnswer otherBody() {
    return ProblemAnswer.of(
        "idempotency-key-reused",
        "the idempotency key belongs to another request",
        HttpStatus.UNPROCESSABLE_CONTENT.value(),
        "expected the body of the first request with this Idempotency-Key, or another key");
  }

  static ProblemAnswer stillRunning() {
    return ProblemAnswer.of(
        "idempotency-key-running",
        "the first request with this idempotency key is still running",
        HttpStatus.CONFLICT.value(),
        "send it again once the first one is answered, or some seconds later");
  }

  static ProblemAnswer noDecision() {
    return ProblemAnswer.of(
        "no-decision",
        "there is no such decision",
        HttpStatus.NOT_FOUND.value(),
        "expected the decisionId of a decision in this journal that retention has not let go");
  }

  /** The journal cannot do its part; what was asked can be asked again. */
  static ProblemAnswer journal(Problem problem) {
    return new ProblemAnswer(
        "journal-unavailable",
        "decisions cannot be recorded or read now",
        HttpStatus.SERVICE_UNAVAILABLE.value(),
        "nothing was answered that is not recorded: send the request again later",
        List.of(
            new Problem(new Place.JournalEntry("journal", 0), problem.code(), problem.message())));
  }
}
