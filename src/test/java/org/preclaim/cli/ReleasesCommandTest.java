package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.preclaim.fixtures.SmallPolicies.version;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.ReleaseService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What became of the releases of a service, told on the command line. */
class ReleasesCommandTest {

  private static final String TIME = "20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z +";

  private final Path folder;
  private final ReleaseService service;

  ReleasesCommandTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.service = ReleaseService.start(folder);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private String publish() {
    Path draft = version(2).in(folder.resolve("draft"));
    String id = version(2).id();
    service.policies(
        "publish",
        draft.toString(),
        "--base",
        version(1).id(),
        "--name",
        "2027.1",
        "--reason",
        "a payer asks");
    service.policies("approve", id, "--reason", "seen");
    service.policies("activate", id, "--reason", "agreed", "--at", "2099-01-01T05:00:00Z");
    return id;
  }

  @Test
  void releases_ofAService_areALineEach() {
    String id = publish();

    CommandLineRun told = service.policies("releases");

    assertThat(told.err()).isEmpty();
    assertThat(told.exit()).isZero();
    List<String> lines = told.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).matches("release +name +state +since +by");
    assertThat(lines.get(1))
        .matches(id + " +2027.1 +approved +" + TIME + "local, in force from 2099-01-01T05:00:00Z");
    assertThat(lines.get(2))
        .matches(version(1).id() + " +working folder +active +" + TIME + "serve");
  }

  @Test
  void release_byItsId_isToldStepByStep() {
    String id = publish();

    List<String> lines = service.policies("releases", id).out().lines().toList();

    assertThat(lines.get(0))
        .isEqualTo(id + " 2027.1: approved, in force from 2099-01-01T05:00:00Z");
    assertThat(lines.get(1)).isEqualTo("made from " + version(1).id());
    assertThat(lines.get(2)).matches(TIME + "local +drafted +a payer asks");
    assertThat(lines.get(3)).matches(TIME + "local +verified");
    assertThat(lines.get(4)).startsWith("  ").contains("scenarios");
    assertThat(lines.get(5)).matches(TIME + "local +approved +seen");
    assertThat(lines.get(6)).isEqualTo("  approved without a second pair of eyes");
    assertThat(lines.get(7)).matches(TIME + "local +scheduled +from 2099-01-01T05:00:00Z: agreed");
    assertThat(lines).hasSize(8);
  }

  @Test
  void releases_inJson_areTheAnswerOfTheService() {
    String id = publish();

    JsonNode all = json(service.policies("releases", "--format", "json"));
    JsonNode one = json(service.policies("releases", id, "--format", "json"));

    assertThat(all.path("active").asString()).isEqualTo(version(1).id());
    assertThat(all.at("/releases/0/id").asString()).isEqualTo(id);
    assertThat(one.path("steps")).hasSize(4);
  }

  private static JsonNode json(CommandLineRun run) {
    assertThat(run.out()).endsWith("}\n").hasLineCount(1);
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  void release_thatIsUnknown_isRefusedWithExit2() {
    CommandLineRun unknown = service.policies("releases", "sha256:none");

    assertThat(unknown.err()).startsWith("sha256:none: LIFECYCLE-UNKNOWN ");
    assertThat(unknown.exit()).isEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void key_thatIsNoText_isToldInWords() {
    ReleaseServer server = ReleaseServer.at(URI.create(service.address() + "/"), "two\nlines");

    assertThatThrownBy(server::releases)
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("the key cannot be sent");
  }
}
