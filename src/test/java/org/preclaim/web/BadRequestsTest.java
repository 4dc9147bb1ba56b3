package org.preclaim.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.preclaim.fixtures.RawHttp;
import org.preclaim.fixtures.RunningService;

/**
 * Each {@code .request} is sent as it is, apart from its length, and must be answered like the
 * {@code .response} beside it. What is answered instead is written to {@code target/golden} for a
 * person to look at and copy.
 */
class BadRequestsTest {

  private static final Path CASES = Path.of("src/test/resources", "doors/bad-requests");
  private static final Path ANSWERED = Path.of("target/golden/bad-requests");

  /** Headers that say something about the problem; the others are the same for every answer. */
  private static final Set<String> TELLING = Set.of("allow", "accept", "content-type", "server");

  @TestFactory
  Stream<DynamicTest> badRequest() throws IOException {
    List<Path> requests;
    try (Stream<Path> files = Files.list(CASES)) {
      requests = files.filter(file -> file.toString().endsWith(".request")).sorted().toList();
    }
    assertThat(requests).isNotEmpty();
    return requests.stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> isAnsweredAsExpected(file)));
  }

  private static void isAnsweredAsExpected(Path request) throws IOException {
    String answer = telling(answer(Files.readString(request)));
    String response = name(request) + ".response";
    Files.createDirectories(ANSWERED);
    Files.writeString(ANSWERED.resolve(response), answer);
    Path expected = CASES.resolve(response);
    assertThat(answer).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
  }

  private static String answer(String request) throws IOException {
    int headEnd = request.indexOf("\n\n") + 1;
    String body = request.substring(headEnd + 1);
    try (RawHttp connection = new RawHttp(RunningService.only().port())) {
      connection.send(
          request.substring(0, headEnd).replace("\n", "\r\n")
              + (body.isEmpty() ? "" : "Content-Length: " + body.getBytes(UTF_8).length + "\r\n")
              + "Connection: close\r\n\r\n"
              + body);
      return connection.readTo("}\n");
    }
  }

  private static String telling(String answer) {
    int headEnd = answer.indexOf("\r\n\r\n");
    String head =
        answer
            .substring(0, headEnd)
            .lines()
            .filter(line -> line.startsWith("HTTP/") || TELLING.contains(header(line)))
            .map(String::strip)
            .collect(Collectors.joining("\n"));
    return head + "\n\n" + answer.substring(headEnd + 4);
  }

  private static String header(String line) {
    return line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".request", "");
  }
}
