package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.preclaim.problem.ProblemsException;
import org.preclaim.replay.ReplayRequest;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Past decisions, made again and compared. */
@RestController
class ReplaysController {

  private static final long BODY_BYTES_MAX = 1L << 22;

  private final ReplayJobs jobs;

  ReplaysController(ReplayJobs jobs) {
    this.jobs = jobs;
  }

  @PostMapping(
      path = "/v1/replays",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaTypes.JSON)
  ResponseEntity<byte[]> start(HttpServletRequest request) throws IOException {
    Query.none(request);
    try {
      ReplayJob job = jobs.start(read(request));
      return ResponseEntity.status(HttpStatus.ACCEPTED)
          .header("Location", "/v1/replays/" + job.id())
          .contentType(MediaType.APPLICATION_JSON)
          .body((job.line() + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (ProblemsException refused) {
      throw new Refusal(CallProblems.unusableReplay(refused.problems()));
    }
  }

  private static ReplayRequest read(HttpServletRequest request) throws IOException {
    byte[] body = StrictJson.body(request, BODY_BYTES_MAX);
    ReplayFields.requireKnown(body);
    return StrictJson.read(body, ReplayRequest.class)
        .orElseThrow(() -> new Refusal(HttpProblems.badRequest(ReplayFields.EXPECTED)));
  }

  @GetMapping(path = "/v1/replays/{id}", produces = MediaTypes.JSON)
  ResponseEntity<byte[]> find(@PathVariable("id") String id, HttpServletRequest request) {
    Query.none(request);
    return JsonBody.of(job(id).line());
  }

  @DeleteMapping(path = "/v1/replays/{id}", produces = MediaTypes.JSON)
  ResponseEntity<byte[]> cancel(@PathVariable("id") String id, HttpServletRequest request) {
    Query.none(request);
    ReplayJob job = job(id);
    job.cancel();
    return JsonBody.of(job.line());
  }

  private ReplayJob job(String id) {
    return jobs.find(id).orElseThrow(() -> new Refusal(CallProblems.noReplay()));
  }
}
