package org.preclaim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.ClaimResponse.AdjudicationComponent;
import org.hl7.fhir.r4.model.ClaimResponse.ItemComponent;
import org.hl7.fhir.r4.model.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.desk.Desk;
import org.preclaim.desk.OpenRelease;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.fixtures.EncounterWriter;
import org.preclaim.fixtures.FhirWriter;
import org.preclaim.fixtures.FhirWriter.Form;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.handwritten.PolicyEncounters;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;
import org.preclaim.web.WebServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Random encounters get the same findings through the FHIR door as through the JSON door. */
class FhirDoorTest {

  private static final List<Form> FORMS = List.of(Form.values());
  private static final int ROUNDS = Integer.getInteger("preclaim.doors.rounds", 200);
  private static final Path POLICIES = Path.of("").toAbsolutePath();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final FhirContext R4 = FhirContext.forR4Cached();

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void randomEncounter_asClaimInFhir_getsTheFindingsOfJson(@TempDir Path data) throws Exception {
    long seed = Long.getLong("preclaim.seed", new Random().nextLong());
    System.out.println("FhirDoorTest seed " + seed);
    PolicyFolder policies = PolicyFolder.open(POLICIES);
    PolicyEncounters encounters = new PolicyEncounters(policies.release(), seed);
    OpenRelease release = OpenRelease.of(policies, ArtefactCache.none());
    Desk desk = new Desk(release, ReferenceStore.open(data), data, SampleDesk.CLOCK);
    int found = 0;
    try (WebServer server =
        WebServer.start(desk, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      for (int round = 0; round < ROUNDS; round++) {
        Encounter sent = FhirWriter.carriable(encounters.odd());
        Form form = FORMS.get(round % FORMS.size());
        found += assertSame(server, sent, form, "seed " + seed + ", round " + round);
      }
    }
    assertThat(found).as("findings, seed %d", seed).isGreaterThan(ROUNDS / 2);
  }

  private int assertSame(WebServer server, Encounter sent, Form form, String as)
      throws IOException, InterruptedException {
    HttpResponse<String> json =
        post(server, "/v1/decisions", "application/json", EncounterWriter.json(sent));
    String claim = FhirWriter.json(sent, form);
    HttpResponse<String> fhir = post(server, "/fhir/Claim/$submit", "application/fhir+json", claim);
    assertThat(fhir.statusCode())
        .as("%s: %s\n%s", as, fhir.body(), claim)
        .isEqualTo(json.statusCode());
    if (json.statusCode() != 200) {
      return 0;
    }
    JsonNode decision = JSON.readTree(json.body());
    ClaimResponse response = R4.newJsonParser().parseResource(ClaimResponse.class, fhir.body());
    Set<String> expected = told(decision);
    assertThat(told(response)).as("%s\n%s", as, claim).isEqualTo(expected);
    return expected.size() - decision.path("checks").size() - 1;
  }

  private HttpResponse<String> post(WebServer server, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static Set<String> told(JsonNode decision) {
    Set<String> told = new TreeSet<>();
    told.add("outcome " + decision.path("outcome").asString());
    for (JsonNode each : decision.path("checks")) {
      told.add(
          String.join(
              " ",
              "check",
              each.path("family").asString(),
              each.path("state").asString(),
              each.path("detail").asString("")));
    }
    for (JsonNode each : decision.path("warnings")) {
      JsonNode atRisk = each.has("linesAtRisk") ? each.path("linesAtRisk") : each.path("lines");
      for (JsonNode line : atRisk) {
        told.add(
            String.join(
                " ",
                "warning at line",
                line.asString(),
                each.at("/policy/id").asString(),
                each.path("kind").asString(),
                each.path("severity").asString(),
                each.at("/expect/carc").asString(""),
                each.path("message").asString()));
      }
    }
    for (JsonNode each : decision.path("suggestions")) {
      told.add(
          String.join(
              " ",
              "suggestion at line",
              each.path("line").asString("0"),
              each.at("/policy/id").asString(),
              each.path("action").asString(),
              each.path("code").asString(),
              each.path("units").asString(),
              each.path("message").asString()));
    }
    return told;
  }

  private static Set<String> told(ClaimResponse response) {
    Set<String> told = new TreeSet<>();
    told.add(response.getDisposition().replaceAll(";.*", ""));
    for (Extension each : response.getExtension()) {
      if (each.getUrl().endsWith("/check")) {
        told.add(
            String.join(
                " ", "check", part(each, "family"), part(each, "state"), part(each, "detail")));
      }
    }
    suggestions(told, 0, response.getExtension());
    for (ItemComponent item : response.getItem()) {
      suggestions(told, item.getItemSequence(), item.getExtension());
      for (AdjudicationComponent each : item.getAdjudication()) {
        for (Extension finding : each.getExtension()) {
          told.add(
              String.join(
                  " ",
                  "warning at line",
                  String.valueOf(item.getItemSequence()),
                  part(finding, "policy"),
                  part(finding, "kind"),
                  each.getCategory().getCodingFirstRep().getCode(),
                  each.getReason().hasCoding()
                      ? each.getReason().getCodingFirstRep().getCode()
                      : "",
                  each.getReason().getText()));
        }
      }
    }
    return told;
  }

  private static void suggestions(Set<String> told, int line, List<Extension> extensions) {
    for (Extension each : extensions) {
      if (each.getUrl().endsWith("/suggestion")) {
        told.add(
            String.join(
                " ",
                "suggestion at line",
                String.valueOf(line),
                part(each, "policy"),
                part(each, "action"),
                ((org.hl7.fhir.r4.model.Coding) each.getExtensionByUrl("code").getValue())
                    .getCode(),
                part(each, "units"),
                part(each, "message")));
      }
    }
  }

  private static String part(Extension extension, String name) {
    List<String> parts = new ArrayList<>();
    extension.getExtensionsByUrl(name).forEach(each -> parts.add(each.getValue().primitiveValue()));
    return parts.stream().collect(Collectors.joining(","));
  }
}
