package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.ProblemForm;
import org.preclaim.web.refusal.ProblemResponse;
import org.preclaim.web.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Turns whatever ended a request, ours or Spring's, into problem+json, or into an OperationOutcome
 * where the caller speaks FHIR.
 */
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Faults faults;

  ProblemAdvice(Faults faults) {
    this.faults = faults;
  }

  @ExceptionHandler(Exception.class)
  @Nullable ResponseEntity<byte[]> answer(
      Exception exception, HttpServletRequest request, HttpServletResponse response) {
    ProblemAnswer problem = problem(exception);
    if (response.isCommitted()) {
      // Part of a batch is out already; that it was cut short shows by the missing summary.
      return null;
    }
    response.resetBuffer();
    ProblemForm form = ProblemForm.of(request);
    ResponseEntity.BodyBuilder answer = form.head(problem);
    if (exception instanceof Refusal refusal && refusal.delay() != null) {
      answer.header(HttpHeaders.RETRY_AFTER, ProblemResponse.seconds(refusal.delay()));
    }
    if (exception instanceof ErrorResponse refusedBySpring) {
      // Which methods or types would have been right; in an order that does not change.
      refusedBySpring
          .getHeaders()
          .forEach((name, values) -> answer.header(name, sorted(String.join(", ", values))));
    }
    return answer.body(form.bytes(problem));
  }

  private static String sorted(String values) {
    return Stream.of(values.split(", ")).sorted().collect(Collectors.joining(", "));
  }

  private ProblemAnswer problem(Exception exception) {
    if (exception instanceof Refusal refusal) {
      return refusal.problem();
    }
    if (exception instanceof HttpMediaTypeNotSupportedException unsupported) {
      return HttpProblems.unsupportedMediaType(unsupported.getSupportedMediaTypes());
    }
    if (exception instanceof HttpMediaTypeNotAcceptableException unacceptable) {
      return HttpProblems.notAcceptable(unacceptable.getSupportedMediaTypes());
    }
    if (exception instanceof HttpRequestMethodNotSupportedException wrongMethod) {
      Set<HttpMethod> allowed = wrongMethod.getSupportedHttpMethods();
      return HttpProblems.methodNotAllowed(allowed == null ? List.of() : allowed);
    }
    if (exception instanceof ErrorResponse refusedBySpring) {
      return HttpProblems.ofStatus(refusedBySpring.getStatusCode().value());
    }
    if (exception instanceof IOException || exception instanceof UncheckedIOException) {
      LOG.info("request broke off type={}", exception.getClass().getName());
      return HttpProblems.brokenOff();
    }
    return faults.report(exception);
  }
}
