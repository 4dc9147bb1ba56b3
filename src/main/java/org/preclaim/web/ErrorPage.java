package org.preclaim.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.ProblemForm;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what the server refused before any call saw it, in the same shape as everything else. */
@RestController
class ErrorPage implements ErrorController {

  @RequestMapping("/error")
  @Nullable ResponseEntity<byte[]> answer(
      HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted()) {
      return null; // What is out already can only end.
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer given ? given : HttpStatus.NOT_FOUND.value();
    ProblemAnswer problem = HttpProblems.ofStatus(code);
    ProblemForm form = ProblemForm.of(request);
    return form.head(problem).body(form.bytes(problem));
  }
}
