package org.preclaim.web.refusal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * The problems of a request as HTTP has it, and of its sender, whatever the call. To those who are
 * not let in the same is said to all of a kind, whatever they asked for.
 */
public final class HttpProblems {

  private static final String NOT_ACCEPTABLE = "the answer does not come in an accepted type";

  private HttpProblems() {}

  /** 400: the body did not come to its end. */
  public static ProblemAnswer brokenOff() {
    return badRequest("the body broke off before its end");
  }

  /** The request itself cannot be understood. */
  public static ProblemAnswer badRequest(String detail) {
    return ProblemAnswer.of(
        "bad-request", "the request cannot be understood", HttpStatus.BAD_REQUEST.value(), detail);
  }

  /** The same, and each thing in it that is wrong. */
  public static ProblemAnswer badRequest(String detail, List<Problem> problems) {
    ProblemAnswer plain = badRequest(detail);
    return new ProblemAnswer(plain.kind(), plain.title(), plain.status(), detail, problems);
  }

  /** Nothing came with the request that says who sent it. */
  public static ProblemAnswer unauthenticated() {
    return ProblemAnswer.of(
        "unauthenticated",
        "the caller is not known",
        HttpStatus.UNAUTHORIZED.value(),
        "expected the header Authorization: Bearer, with a key or a token");
  }

  /** What came with the request is not accepted; why is not said. */
  public static ProblemAnswer invalidCredential() {
    return ProblemAnswer.of(
        "invalid-credential",
        "the key or token is not accepted",
        HttpStatus.UNAUTHORIZED.value(),
        "expected a key of this service that holds, or a token of its issuer and for it");
  }

  /** A person did not come back from the provider with a login. */
  public static ProblemAnswer loginFailed() {
    return ProblemAnswer.of(
        "login-failed",
        "the login was not completed",
        HttpStatus.UNAUTHORIZED.value(),
        "expected an answer of the provider to a login that was begun here: begin again");
  }

  /** Tokens cannot be checked, since their issuer is away. */
  public static ProblemAnswer issuerUnavailable() {
    return ProblemAnswer.of(
        "issuer-unavailable",
        "tokens cannot be checked now",
        HttpStatus.SERVICE_UNAVAILABLE.value(),
        "the issuer's keys cannot be read: send the request again later");
  }

  /** Keys cannot be checked, since their database is away. */
  public static ProblemAnswer keysUnavailable() {
    return ProblemAnswer.of(
        "keys-unavailable",
        "keys cannot be checked now",
        HttpStatus.SERVICE_UNAVAILABLE.value(),
        "the database with the keys cannot be read: send the request again later");
  }

  /** The caller has none of the roles that are asked for. */
  public static ProblemAnswer forbidden() {
    return ProblemAnswer.of(
        "forbidden",
        "the caller may not do this",
        HttpStatus.FORBIDDEN.value(),
        "/v3/api-docs says which role each call asks for");
  }

  /** A request with a session that no page of this service sent. */
  public static ProblemAnswer forged() {
    return ProblemAnswer.of(
        "forgery-token-missing",
        "the request does not come from a page of this service",
        HttpStatus.FORBIDDEN.value(),
        "expected the cookie XSRF-TOKEN again in the header X-XSRF-TOKEN");
  }

  /** More requests than the caller may send. */
  public static ProblemAnswer tooManyRequests() {
    return ProblemAnswer.of(
        "too-many-requests",
        "the caller sends more than it may",
        HttpStatus.TOO_MANY_REQUESTS.value(),
        "expected fewer requests: the header Retry-After says when the next one is taken");
  }

  /** More requests under way than the caller may have. */
  public static ProblemAnswer tooManyAtOnce() {
    return ProblemAnswer.of(
        "too-many-at-once",
        "too many requests of the caller are under way",
        HttpStatus.TOO_MANY_REQUESTS.value(),
        "expected fewer at a time: send it again when one of them has been answered");
  }

  /** More bytes than the caller may send. */
  public static ProblemAnswer tooManyBytes() {
    return ProblemAnswer.of(
        "too-many-bytes",
        "the caller sends more bytes than it may",
        HttpStatus.TOO_MANY_REQUESTS.value(),
        "expected fewer bytes a minute: what was read so far counts, what was not read does not");
  }

  /** A page of another origin, which may not call this. */
  public static ProblemAnswer originNotAllowed() {
    return ProblemAnswer.of(
        "origin-not-allowed",
        "pages of this origin may not do this",
        HttpStatus.FORBIDDEN.value(),
        "only CDS Hooks can be called from pages elsewhere, from origins of preclaim.hooks.origins");
  }

  /** One wrong key or token after the other from an address. */
  public static ProblemAnswer tooManyFailures() {
    return ProblemAnswer.of(
        "too-many-failures",
        "too many keys or tokens from this address were not accepted",
        HttpStatus.TOO_MANY_REQUESTS.value(),
        "the header Retry-After says when the next one is looked at");
  }

  /**
   * A body above the limit of its call.
   *
   * @param instead what takes more; absent where nothing does
   */
  public static ProblemAnswer tooLarge(long bytesMax, @Nullable String instead) {
    return ProblemAnswer.of(
        "too-large",
        "the body is too large",
        HttpStatus.CONTENT_TOO_LARGE.value(),
        "expected at most " + bytesMax + " bytes" + (instead == null ? "" : "; " + instead));
  }

  /** A body that comes more slowly than it may. */
  public static ProblemAnswer tooSlow() {
    return ProblemAnswer.of(
        "too-slow",
        "the body comes too slowly",
        HttpStatus.REQUEST_TIMEOUT.value(),
        "expected all of it within 30 seconds, and 16 KiB a second beyond; a batch may take its"
            + " time");
  }

  /** As many batches under way as the service has places for. */
  public static ProblemAnswer tooManyBatches() {
    return ProblemAnswer.of(
        "too-many-batches",
        "as many batches are under way as may be",
        HttpStatus.SERVICE_UNAVAILABLE.value(),
        "single encounters are decided; send the batch again once another has ended");
  }

  /** A body of a type that the call does not take. */
  public static ProblemAnswer unsupportedMediaType(Collection<?> accepted) {
    return ProblemAnswer.of(
        "unsupported-media-type",
        "the content type is not accepted here",
        HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(),
        accepted.isEmpty()
            ? "this call takes no body of this type"
            : "expected the header Content-Type with " + alternatives(accepted));
  }

  /** A body that is packed, or in another character set. */
  public static ProblemAnswer unsupportedEncoding() {
    return ProblemAnswer.of(
        "unsupported-encoding",
        "the body's encoding is not accepted",
        HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(),
        "expected plain UTF-8: no charset but utf-8 and no Content-Encoding");
  }

  /** No type of answer that the caller takes is one of ours. */
  public static ProblemAnswer notAcceptable(Collection<?> offered) {
    return ProblemAnswer.of(
        "not-acceptable",
        NOT_ACCEPTABLE,
        HttpStatus.NOT_ACCEPTABLE.value(),
        "the header Accept must allow " + alternatives(offered));
  }

  /** FHIR was asked for in another format than JSON. */
  public static ProblemAnswer notFhirJson() {
    return ProblemAnswer.of(
        "not-acceptable",
        NOT_ACCEPTABLE,
        HttpStatus.NOT_ACCEPTABLE.value(),
        "FHIR is answered as JSON only: expected _format=json, or the header Accept with"
            + " application/fhir+json or application/json");
  }

  /** There is something at the address, but not for this method. */
  public static ProblemAnswer methodNotAllowed(Collection<?> allowed) {
    return ProblemAnswer.of(
        "method-not-allowed",
        "the method is not allowed here",
        HttpStatus.METHOD_NOT_ALLOWED.value(),
        "expected " + alternatives(allowed));
  }

  /** There is nothing at the address. */
  public static ProblemAnswer notFound() {
    return ProblemAnswer.of(
        "not-found",
        "there is nothing at this address",
        HttpStatus.NOT_FOUND.value(),
        "/v3/api-docs lists every call");
  }

  /** The request was meant for another host than this machine. */
  public static ProblemAnswer notLoopback() {
    return misdirected("expected the header Host with localhost or a loopback address");
  }

  /** The request was meant for another host; which ones are ours is not said. */
  public static ProblemAnswer misdirected() {
    return misdirected(
        "expected the header Host with a name of this service: preclaim.callers.hosts lists them");
  }

  private static ProblemAnswer misdirected(String detail) {
    return ProblemAnswer.of(
        "misdirected-request",
        "the request is for another host",
        HttpStatus.MISDIRECTED_REQUEST.value(),
        detail);
  }

  /** A fault of ours; what happened stands in the log under {@code id}, and nowhere else. */
  public static ProblemAnswer fault(String id) {
    return ProblemAnswer.of(
        "internal-fault",
        "something is wrong on this side",
        HttpStatus.INTERNAL_SERVER_ERROR.value(),
        "the log has it as `" + id + "`");
  }

  /** What Spring or Tomcat refused, where there are no better words. */
  public static ProblemAnswer ofStatus(int status) {
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

  private static String alternatives(Collection<?> choices) {
    return choices.stream().map(Object::toString).sorted().collect(Collectors.joining(" or "));
  }
}
