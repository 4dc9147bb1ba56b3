package org.preclaim.web.access;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.preclaim.answer.ProblemAnswer;
import org.springframework.http.HttpStatus;

/** What is said to those who are not let in: the same to all of a kind, whatever they asked for. */
final class AccessProblems {

  private AccessProblems() {}

  static ProblemAnswer unauthenticated() {
    return of(
        "unauthenticated",
        "the caller is not known",
        HttpStatus.UNAUTHORIZED,
        "expected the header Authorization: Bearer, with a key or a token");
  }

  static ProblemAnswer invalidCredential() {
    return of(
        "invalid-credential",
        "the key or token is not accepted",
        HttpStatus.UNAUTHORIZED,
        "expected a key of this service that holds, or a token of its issuer and for it");
  }

  static ProblemAnswer loginFailed() {
    return of(
        "login-failed",
        "the login was not completed",
        HttpStatus.UNAUTHORIZED,
        "expected an answer of the provider to a login that was begun here: begin again");
  }

  static ProblemAnswer issuerUnavailable() {
    return of(
        "issuer-unavailable",
        "tokens cannot be checked now",
        HttpStatus.SERVICE_UNAVAILABLE,
        "the issuer's keys cannot be read: send the request again later");
  }

  static ProblemAnswer keysUnavailable() {
    return of(
        "keys-unavailable",
        "keys cannot be checked now",
        HttpStatus.SERVICE_UNAVAILABLE,
        "the database with the keys cannot be read: send the request again later");
  }

  static ProblemAnswer forbidden() {
    return of(
        "forbidden",
        "the caller may not do this",
        HttpStatus.FORBIDDEN,
        "/v3/api-docs says which role each call asks for");
  }

  static ProblemAnswer forged() {
    return of(
        "forgery-token-missing",
        "the request does not come from a page of this service",
        HttpStatus.FORBIDDEN,
        "expected the cookie XSRF-TOKEN again in the header X-XSRF-TOKEN");
  }

  static ProblemAnswer notFound() {
    return of(
        "not-found",
        "there is nothing at this address",
        HttpStatus.NOT_FOUND,
        "/v3/api-docs lists every call");
  }

  static ProblemAnswer methodNotAllowed(Collection<?> allowed) {
    return of(
        "method-not-allowed",
        "the method is not allowed here",
        HttpStatus.METHOD_NOT_ALLOWED,
        "expected "
            + allowed.stream().map(Object::toString).sorted().collect(Collectors.joining(" or ")));
  }

  static ProblemAnswer tooManyRequests() {
    return of(
        "too-many-requests",
        "the caller sends more than it may",
        HttpStatus.TOO_MANY_REQUESTS,
        "expected fewer requests: the header Retry-After says when the next one is taken");
  }

  static ProblemAnswer tooManyAtOnce() {
    return of(
        "too-many-at-once",
        "too many requests of the caller are under way",
        HttpStatus.TOO_MANY_REQUESTS,
        "expected fewer at a time: send it again when one of them has been answered");
  }

  static ProblemAnswer tooManyFailures() {
    return of(
        "too-many-failures",
        "too many keys or tokens from this address were not accepted",
        HttpStatus.TOO_MANY_REQUESTS,
        "the header Retry-After says when the next one is looked at");
  }

  private static ProblemAnswer of(String kind, String title, HttpStatus status, String detail) {
    return new ProblemAnswer(kind, title, status.value(), detail, List.of());
  }
}
