package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import org.preclaim.answer.ReferenceJson;
import org.preclaim.desk.Desk;
import org.preclaim.journal.chain.WrittenTime;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.source.Progress;
import org.preclaim.reference.store.ImportReport;
import org.preclaim.reference.store.ImportRequest;
import org.preclaim.reference.store.StoreBusyException;
import org.preclaim.web.refusal.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which official tables decisions ask, and how others come to be asked. */
@RestController
class ReferenceController {

  /** All parts of both settings of a quarter, zipped, are well below. */
  static final long BODY_BYTES_MAX = 256L << 20;

  private final Desk desk;

  ReferenceController(Desk desk) {
    this.desk = desk;
  }

  @GetMapping(path = "/v1/reference", produces = MediaTypes.JSON)
  ResponseEntity<byte[]> list(HttpServletRequest request) {
    Query.none(request);
    return answer(ReferenceJson.vintages(desk.reference().data().vintages(), List.of()));
  }

  /** The files in the body, one or a zip of many, are imported together or not at all. */
  @PostMapping(
      path = "/v1/reference",
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
      produces = MediaTypes.JSON)
  ResponseEntity<byte[]> load(HttpServletRequest request) throws IOException, ProblemsException {
    MediaTypes.requirePlainUtf8(request);
    Query query = Query.of(request, "name", "effective");
    String name = query.required("name", "the name under which the file was published");
    LocalDate effective = query.read("effective", "2026-10-01", WrittenTime::day);
    query.end();
    Path body = Files.createTempFile("preclaim-reference", ".body");
    try {
      try (InputStream in = LimitedBody.of(request, BODY_BYTES_MAX)) {
        Files.copy(in, body, StandardCopyOption.REPLACE_EXISTING);
      }
      ImportRequest.Source source = new ImportRequest.Source(body, name);
      return answer(imported(new ImportRequest(List.of(source), effective, false)));
    } finally {
      Files.delete(body);
    }
  }

  private String imported(ImportRequest request) throws IOException, ProblemsException {
    try {
      ImportReport report = desk.reference().importFiles(request, Progress.NONE);
      if (!report.problems().isEmpty()) {
        throw new Refusal(CallProblems.unusableFiles(report.problems()));
      }
      return ReferenceJson.report(report);
    } catch (StoreBusyException busy) {
      throw new Refusal(CallProblems.importRunning());
    }
  }

  private static ResponseEntity<byte[]> answer(String line) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
