package org.preclaim.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.lifecycle.LifecycleRefusal;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.springframework.http.HttpStatus;

/** The problems of a request, as opposed to those of the encounter in it; all in one place. */
final class HttpProblems {

  private HttpProblems() {}

  static ProblemAnswer badRequest(String detail) {
    return of("bad-request", "the request cannot be understood", HttpStatus.BAD_REQUEST, detail);
  }

  static ProblemAnswer tooLarge(long bytesMax) {
    return of(
        "too-large",
        "the body is too large",
        HttpStatus.CONTENT_TOO_LARGE,
        "expected at most "
            + bytesMax
            + " bytes; /v1/decisions/batch takes encounters of any number");
  }

  static ProblemAnswer tooSlow() {
    return of(
        "too-slow",
        "the body comes too slowly",
        HttpStatus.REQUEST_TIMEOUT,
        "expected all of it within 30 seconds, and 16 KiB a second beyond; a batch may take its"
            + " time");
  }

  static ProblemAnswer tooManyBatches() {
    return of(
        "too-many-batches",
        "as many batches are under way as may be",
        HttpStatus.SERVICE_UNAVAILABLE,
        "single encounters are decided; send the batch again once another has ended");
  }

  static ProblemAnswer unusableFiles(List<Problem> problems) {
    return new ProblemAnswer(
        "unusable-reference-files",
        "the official files cannot be imported",
        HttpStatus.UNPROCESSABLE_CONTENT.value(),
        "nothing was imported",
        problems);
  }

  static ProblemAnswer importRunning() {
    return of(
        "import-running",
        "another import is running",
        HttpStatus.CONFLICT,
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
    return of(
        "replay-running",
        "another replay is running",
        HttpStatus.CONFLICT,
        "expected one at a time: wait until it has ended, or cancel it");
  }

  static ProblemAnswer noReplay() {
    return of(
        "no-replay",
        "there is no such replay",
        HttpStatus.NOT_FOUND,
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
    return of(
        "not-one-claim",
        "the file does not hold exactly one claim",
        HttpStatus.UNPROCESSABLE_CONTENT,
        "found "
            + (claims == 0 ? "no claim" : claims + " claims")
            + ", expected one; /v1/decisions/batch takes files with any number");
  }

  static ProblemAnswer unsupportedMediaType(Collection<?> accepted) {
    return of(
        "unsupported-media-type",
        "the content type is not accepted here",
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        accepted.isEmpty()
            ? "this call takes no body of this type"
            : "expected the header Content-Type with " + alternatives(accepted));
  }

  static ProblemAnswer unsupportedEncoding() {
    return of(
        "unsupported-encoding",
        "the body's encoding is not accepted",
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "expected plain UTF-8: no charset but utf-8 and no Content-Encoding");
  }

  static ProblemAnswer notAcceptable(Collection<?> offered) {
    return of(
        "not-acceptable",
        "the answer does not come in an accepted type",
        HttpStatus.NOT_ACCEPTABLE,
        "the header Accept must allow " + alternatives(offered));
  }

  static ProblemAnswer methodNotAllowed(Collection<?> allowed) {
    return of(
        "method-not-allowed",
        "the method is not allowed here",
        HttpStatus.METHOD_NOT_ALLOWED,
        "expected " + alternatives(allowed));
  }

  static ProblemAnswer notFound() {
    return of(
        "not-found",
        "there is nothing at this address",
        HttpStatus.NOT_FOUND,
        "/v3/api-docs lists every call");
  }

  static ProblemAnswer misdirected() {
    return of(
        "misdirected-request",
        "the request is for another host",
        HttpStatus.MISDIRECTED_REQUEST,
        "expected the header Host with localhost or a loopback address");
  }

  static ProblemAnswer otherBody() {
    return of(
        "idempotency-key-reused",
        "the idempotency key belongs to another request",
        HttpStatus.UNPROCESSABLE_CONTENT,
        "expected the body of the first request with this Idempotency-Key, or another key");
  }

  static ProblemAnswer stillRunning() {
    return of(
        "idempotency-key-running",
        "the first request with this idempotency key is still running",
        HttpStatus.CONFLICT,
        "send it again once the first one is answered, or some seconds later");
  }

  static ProblemAnswer noDecision() {
    return of(
        "no-decision",
        "there is no such decision",
        HttpStatus.NOT_FOUND,
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

  /** A fault of ours; what happened stands in the log under {@code id}, and nowhere else. */
  static ProblemAnswer fault(String id) {
    return of(
        "internal-fault",
        "something is wrong on this side",
        HttpStatus.INTERNAL_SERVER_ERROR,
        "the log has it as `" + id + "`");
  }

  /** What Spring or Tomcat refused, where there are no better words. */
  static ProblemAnswer ofStatus(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    return switch (status) {
      case 404 -> notFound();
      case 400 -> badRequest("expected a well-formed HTTP request");
      default ->
          new ProblemAnswer(
              "http-" + status,
              known == null
                  ? "the request was refused"
                  : known.getReasonPhrase().toLowerCase(Locale.ROOT),
              status,
              "see the calls at /v3/api-docs",
              List.of());
    };
  }

  private static ProblemAnswer of(String kind, String title, HttpStatus status, String detail) {
    return new ProblemAnswer(kind, title, status.value(), detail, List.of());
  }

  private static String alternatives(Collection<?> choices) {
    return choices.stream().map(Object::toString).sorted().collect(Collectors.joining(" or "));
  }
}
