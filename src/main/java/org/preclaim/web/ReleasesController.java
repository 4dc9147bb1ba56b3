package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Caller;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Releases;
import org.preclaim.lifecycle.DraftArchive;
import org.preclaim.lifecycle.DraftRequest;
import org.preclaim.lifecycle.LifecycleRefusal;
import org.preclaim.lifecycle.ReleaseJson;
import org.preclaim.lifecycle.ReleaseLife;
import org.preclaim.lifecycle.ReleaseState;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The releases: what decides, drafts of what is to decide, and the steps between. */
@RestController
class ReleasesController {

  private static final long STEP_BYTES_MAX = 1 << 16;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Desk desk;

  ReleasesController(Desk desk) {
    this.desk = desk;
  }

  /** A desk that was given its policies has no releases to choose from. */
  private Releases releases() {
    return desk.releases().orElseThrow(() -> new Refusal(HttpProblems.notFound()));
  }

  @GetMapping(path = "/v1/releases", produces = MediaTypes.JSON)
  ResponseEntity<byte[]> list(
      @RequestParam(name = "state", required = false) @Nullable String word) {
    ReleaseState state = word == null ? null : state(word);
    return JsonBody.of(ReleaseJson.list(releases().standing(), desk.release(), state));
  }

  private static ReleaseState state(String word) {
    String known =
        Arrays.stream(ReleaseState.values())
            .map(ReleaseState::word)
            .collect(Collectors.joining(", "));
    return ReleaseState.of(word)
        .orElseThrow(
            () -> new Refusal(HttpProblems.badRequest("expected state as one of " + known)));
  }

  @GetMapping(path = "/v1/releases/{id}", produces = MediaTypes.JSON)
  ResponseEntity<byte[]> find(@PathVariable("id") String id) {
    return answer(HttpStatus.OK, () -> releases().find(id));
  }

  @GetMapping(path = "/v1/releases/{id}/files", produces = MediaTypes.ZIP)
  ResponseEntity<byte[]> files(@PathVariable("id") String id) throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try {
      releases().archive(releases().find(id).id(), zip);
    } catch (LifecycleRefusal refused) {
      throw new Refusal(CallProblems.release(refused));
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(MediaTypes.ZIP))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"policies.zip\"")
        .body(zip.toByteArray());
  }

  @PostMapping(path = "/v1/releases", consumes = MediaTypes.ZIP, produces = MediaTypes.JSON)
  ResponseEntity<byte[]> draft(
      HttpServletRequest request,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam(name = "base", required = false) @Nullable String base)
      throws IOException {
    Caller caller = Callers.of(request);
    try (InputStream zip = LimitedBody.of(request, DraftArchive.PACKED_BYTES_MAX)) {
      DraftRequest draft = new DraftRequest(name, base, reason);
      return answer(HttpStatus.CREATED, () -> releases().draft(caller, draft, zip));
    }
  }

  @PostMapping(
      path = "/v1/releases/{id}/approval",
      consumes = MediaTypes.JSON,
      produces = MediaTypes.JSON)
  ResponseEntity<byte[]> approve(HttpServletRequest request, @PathVariable("id") String id)
      throws IOException {
    String reason = reason(request);
    return answer(HttpStatus.OK, () -> releases().approve(Callers.of(request), id, reason));
  }

  @PostMapping(
      path = "/v1/releases/{id}/rejection",
      consumes = MediaTypes.JSON,
      produces = MediaTypes.JSON)
  ResponseEntity<byte[]> reject(HttpServletRequest request, @PathVariable("id") String id)
      throws IOException {
    String reason = reason(request);
    return answer(HttpStatus.OK, () -> releases().reject(Callers.of(request), id, reason));
  }

  @PostMapping(
      path = "/v1/releases/{id}/withdrawal",
      consumes = MediaTypes.JSON,
      produces = MediaTypes.JSON)
  ResponseEntity<byte[]> withdraw(HttpServletRequest request, @PathVariable("id") String id)
      throws IOException {
    String reason = reason(request);
    return answer(HttpStatus.OK, () -> releases().withdraw(Callers.of(request), id, reason));
  }

  @PostMapping(
      path = "/v1/releases/{id}/activation",
      consumes = MediaTypes.JSON,
      produces = MediaTypes.JSON)
  ResponseEntity<byte[]> activate(HttpServletRequest request, @PathVariable("id") String id)
      throws IOException {
    Words words = words(request);
    return answer(
        HttpStatus.OK,
        () -> releases().activate(Callers.of(request), id, words.at(), words.given()));
  }

  @PostMapping(
      path = "/v1/releases/{id}/rollback",
      consumes = MediaTypes.JSON,
      produces = MediaTypes.JSON)
  ResponseEntity<byte[]> rollBack(HttpServletRequest request, @PathVariable("id") String id)
      throws IOException {
    String reason = reason(request);
    return answer(HttpStatus.OK, () -> releases().rollBack(Callers.of(request), id, reason));
  }

  /** Something that ends with a release, or with why it does not. */
  private interface Asked {
    ReleaseLife release() throws LifecycleRefusal, IOException;
  }

  private ResponseEntity<byte[]> answer(HttpStatus status, Asked asked) {
    try {
      ReleaseLife life = asked.release();
      String line = ReleaseJson.one(life, releases().stored(life.id()));
      return ResponseEntity.status(status)
          .header(HttpHeaders.CONTENT_LOCATION, "/v1/releases/" + life.id())
          .contentType(MediaType.APPLICATION_JSON)
          .body((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (LifecycleRefusal refused) {
      throw new Refusal(CallProblems.release(refused));
    } catch (IOException brokenOff) {
      throw new Refusal(HttpProblems.badRequest("the body broke off before its end"));
    }
  }

  /** What is said with a step. */
  private record Words(@Nullable String reason, @Nullable Instant at) {
    String given() {
      return Objects.requireNonNullElse(reason, "");
    }
  }

  private static Words words(HttpServletRequest request) throws IOException {
    try (InputStream in = LimitedBody.of(request, STEP_BYTES_MAX)) {
      Words words = JSON.readValue(in.readAllBytes(), Words.class);
      if (words != null) {
        return words;
      }
    } catch (JacksonException notOne) {
      // The message of the parser may quote the body.
    }
    throw new Refusal(
        HttpProblems.badRequest(
            "expected a JSON object with `reason`, and for an activation possibly `at` as"
                + " 2027-01-01T00:00:00Z"));
  }

  private static String reason(HttpServletRequest request) throws IOException {
    Words words = words(request);
    if (words.at() != null) {
      throw new Refusal(HttpProblems.badRequest("expected no `at`: only an activation has a time"));
    }
    return words.given();
  }
}
