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
import org.preclaim.journal.chain.WrittenTime;
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
import org.springframework.web.bind.annotation.RestController;

/** The releases: what decides, drafts of what is to decide, and the steps between. */
@RestController
class ReleasesController {

  private static final long STEP_BYTES_MAX = 1 << 16;
  private static final String STATES =
      Arrays.stream(ReleaseState.values())
          .map(ReleaseState::word)
          .collect(Collectors.joining(", "));

  private final Desk desk;

  ReleasesController(Desk desk) {
    this.desk = desk;
  }

  /** A desk that was given its policies has no releases to choose from. */
  private Releases releases() {
    return desk.releases().orElseThrow(() -> new Refusal(HttpProblems.notFound()));
  }

  @GetMapping(path = "/v1/releases", produces = MediaTypes.JSON)
  ResponseEntity<byte[]> list(HttpServletRequest request) {
    Query query = Query.of(request, "state");
    ReleaseState state = query.read("state", "one of " + STATES, ReleaseState::of);
    query.end();
    return JsonBody.of(ReleaseJson.list(releases().standing(), desk.release(), state));
  }

  @GetMapping(path = "/v1/releases/{id}", produces = MediaTypes.JSON)
  ResponseEntity<byte[]> find(@PathVariable("id") String id, HttpServletRequest request) {
    Query.none(request);
    return answer(HttpStatus.OK, () -> releases().find(id));
  }

  @GetMapping(path = "/v1/releases/{id}/files", produces = MediaTypes.ZIP)
  ResponseEntity<byte[]> files(@PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    Query.none(request);
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
  ResponseEntity<byte[]> draft(HttpServletRequest request) throws IOException {
    MediaTypes.requirePlainUtf8(request);
    Query query = Query.of(request, "name", "reason", "base");
    DraftRequest draft =
        new DraftRequest(query.text("name"), query.value("base"), query.text("reason"));
    query.end();
    Caller caller = Callers.of(request);
    try (InputStream zip = LimitedBody.of(request, DraftArchive.PACKED_BYTES_MAX)) {
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
        () -> releases().activate(Callers.of(request), id, words.time(), words.given()));
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
  private record Words(@Nullable String reason, @Nullable String at) {

    String given() {
      return Objects.requireNonNullElse(reason, "");
    }

    @Nullable Instant time() {
      return at == null ? null : WrittenTime.moment(at).orElse(null);
    }

    boolean isUnderstood() {
      return at == null || time() != null;
    }
  }

  private static Words words(HttpServletRequest request) throws IOException {
    Query.none(request);
    return StrictJson.read(request, STEP_BYTES_MAX, Words.class)
        .filter(Words::isUnderstood)
        .orElseThrow(
            () ->
                new Refusal(
                    HttpProblems.badRequest(
                        "expected a JSON object with `reason`, and for an activation possibly `at`"
                            + " as 2027-01-01T00:00:00Z; both are texts, and neither comes"
                            + " twice")));
  }

  private static String reason(HttpServletRequest request) throws IOException {
    Words words = words(request);
    if (words.at() != null) {
      throw new Refusal(HttpProblems.badRequest("expected no `at`: only an activation has a time"));
    }
    return words.given();
  }
}
