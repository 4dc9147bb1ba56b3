package org.preclaim.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.preclaim.answer.DecisionJson;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.decision.Decision;
import org.preclaim.encounter.Encounter;
import org.preclaim.fixtures.ClaimWriter;
import org.preclaim.fixtures.EncounterWriter;
import org.preclaim.fixtures.FhirFindings;
import org.preclaim.fixtures.FhirWriter;
import org.preclaim.fixtures.FhirWriter.Form;

/** A door of the service with requests that are written already. */
final class ServiceDoor {

  private static final int OK = 200;
  private static final String DECISIONS = "/v1/decisions";
  private static final String BATCH = "/v1/decisions/batch";
  private static final String FHIR = "application/fhir+json";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String name;
  private final String type;
  private final List<HttpRequest> requests;
  private final int decisionsOfEach;

  /** What one of the clients does again and again. */
  interface Sent {
    /** Does it with the request of this number; returns how many decisions that was. */
    int number(int number);
  }

  private ServiceDoor(
      String name, URI address, String type, List<String> bodies, int decisionsOfEach) {
    this.name = name;
    this.type = type;
    this.decisionsOfEach = decisionsOfEach;
    this.requests =
        bodies.stream()
            .map(
                body ->
                    HttpRequest.newBuilder(address)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body.getBytes(UTF_8)))
                        .build())
            .toList();
  }

  /** The doors of the service on this port; a batch holds all of {@code encounters}. */
  static List<ServiceDoor> all(int port, List<Encounter> encounters) {
    URI service = URI.create("http://127.0.0.1:" + port);
    String json = "application/json";
    String x12 = "application/edi-x12";
    List<String> documents = encounters.stream().map(EncounterWriter::json).toList();
    return List.of(
        new ServiceDoor("JSON", service.resolve(DECISIONS), json, documents, 1),
        new ServiceDoor(
            "X12",
            service.resolve(DECISIONS),
            x12,
            encounters.stream().map(each -> ClaimWriter.x12(List.of(each))).toList(),
            1),
        new ServiceDoor(
            "FHIR",
            service.resolve("/fhir/Claim/$submit"),
            FHIR,
            encounters.stream().map(each -> FhirWriter.json(each, Form.CONTAINED)).toList(),
            1),
        new ServiceDoor(
            "batch of " + encounters.size() + ", JSON lines",
            service.resolve(BATCH),
            "application/x-ndjson",
            List.of(documents.stream().collect(Collectors.joining("\n"))),
            encounters.size()),
        new ServiceDoor(
            "batch of " + encounters.size() + ", X12",
            service.resolve(BATCH),
            x12,
            List.of(ClaimWriter.x12(encounters)),
            encounters.size()));
  }

  /** What it is called. */
  String name() {
    return name;
  }

  /** Throws where it answers otherwise than {@code engine}. */
  void requireSame(List<Encounter> encounters, Function<Encounter, Decision> engine) {
    for (int number = 0; number < requests.size(); number++) {
      String body = body(number);
      List<Encounter> sent = requests.size() == 1 ? encounters : List.of(encounters.get(number));
      boolean same =
          type.equals(FHIR)
              ? FhirFindings.of(body).equals(FhirFindings.of(engine.apply(sent.get(0))))
              : body.lines()
                  .filter(line -> !line.startsWith("{\"summary\""))
                  .map(ServiceDoor::said)
                  .toList()
                  .equals(
                      sent.stream()
                          .map(each -> DecisionJson.line(engine.apply(each), Trace.LEFT_OUT))
                          .toList());
      if (!same) {
        throw new IllegalStateException(name + " differs: " + body);
      }
    }
  }

  /** The decision without when it was made and under which id. */
  private static String said(String line) {
    return line.replaceFirst("\"decisionId\":\"[^\"]*\",", "")
        .replaceFirst("\"decidedAt\":\"[^\"]*\",", "");
  }

  /** Sends the request of this number, and reads the answer to its end. */
  int send(int number) {
    body(number % requests.size());
    return decisionsOfEach;
  }

  private String body(int number) {
    try {
      HttpResponse<String> answer = client.send(requests.get(number), BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IllegalStateException(name + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
