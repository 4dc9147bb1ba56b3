package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preclaim.fixtures.SmallPolicies.version;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.caller.Role;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.ProvenService;
import org.preclaim.fixtures.ReleaseService;
import org.preclaim.fixtures.SmallPolicies;

/** The life of a release on the command line, with the service itself at the other end. */
class PublishCommandTest {

  private final Path folder;
  private final ReleaseService service;

  PublishCommandTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.service = ReleaseService.start(folder);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  /** A folder as it was downloaded, then changed. */
  private Path draft(SmallPolicies policies) throws Exception {
    Path draft = policies.in(folder.resolve("draft"));
    Files.writeString(draft.resolve("release.lock"), version(1).stored("").lock().text());
    return draft;
  }

  private CommandLineRun publish(Path draft, String... more) {
    List<String> all = new ArrayList<>(List.of("publish", draft.toString()));
    all.addAll(List.of("--name", "2026.12", "--reason", "a payer asks & pays"));
    all.addAll(List.of(more));
    return service.policies(all.toArray(String[]::new));
  }

  @Test
  void draft_onTheCommandLine_goesAllTheWayAndBack() throws Exception {
    CommandLineRun published = publish(draft(version(2)));

    String id = version(2).id();
    assertThat(published.err()).isEmpty();
    assertThat(published.out())
        .startsWith(id + " 2026.12: verified\n")
        .contains("scenarios are decided as they promise", "policies approve " + id);
    assertThat(published.exit()).isZero();
    assertThat(service.policies("approve", id, "--reason", "seen").out())
        .isEqualTo(id + " 2026.12: approved\n  approved without a second pair of eyes\n");
    assertThat(
            service
                .policies("activate", id, "--reason", "agreed", "--at", "2099-01-01T05:00:00Z")
                .out())
        .contains("in force from 2099-01-01T05:00:00Z");
    assertThat(service.policies("activate", id, "--reason", "agreed").out())
        .startsWith(id + " 2026.12: active");
    assertThat(service.desk().release().id()).isEqualTo(id);
    assertThat(service.policies("rollback", id, "--reason", "too many").out())
        .startsWith(version(1).id());
    assertThat(service.desk().release().id()).isEqualTo(version(1).id());
  }

  /** The service's problems read as those of {@code policies verify}, which finds the same. */
  @Test
  void draft_withAWrongCell_isToldAsVerifyTellsIt() throws Exception {
    Path draft = draft(version(4, workbook -> workbook.cell("C9", "dney")));

    CommandLineRun refused = publish(draft);
    CommandLineRun verified =
        CommandLineRun.of("", "policies", "verify", draft.toString(), "--data", folder.toString());

    assertThat(refused.out().lines().limit(2).toList())
        .isEqualTo(verified.out().lines().limit(2).toList())
        .first()
        .asString()
        .startsWith("decision-tables/payable.xlsx!Policies!C9: TABLE-SEVERITY ");
    assertThat(refused.out()).endsWith("1 problem, nothing was kept\n");
    assertThat(refused.exit()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void draft_withoutALock_isToldToNameItsBase() throws Exception {
    Path draft = version(3).in(folder.resolve("draft"));

    assertThat(publish(draft).err()).contains("has no release.lock", "--base");
    assertThat(publish(draft, "--base", version(1).id()).exit()).isZero();
  }

  @Test
  void step_thatIsRefused_saysWhyWithExit2() {
    CommandLineRun unknown = service.policies("approve", "sha256:none", "--reason", "seen");
    assertThat(unknown.err()).startsWith("sha256:none: LIFECYCLE-UNKNOWN ");
    assertThat(unknown.exit()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(service.policies("approve", "sha256:none").err()).contains("--reason");
  }

  @Test
  void server_thatIsNone_isToldInWords() throws Exception {
    Path draft = draft(version(2));
    String[] to = {"policies", "publish", draft.toString(), "--name", "a", "--reason", "b"};

    assertThat(to(to, "ftp://127.0.0.1").err()).contains("`ftp://127.0.0.1` is no address");
    String address = service.address();
    service.close();
    CommandLineRun gone = to(to, address);
    assertThat(gone.err()).startsWith("preclaim: no answer from http://127.0.0.1:");
    assertThat(gone.exit()).isEqualTo(ExitCode.UNREADABLE);
  }

  private static CommandLineRun to(String[] arguments, String server) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--server", server));
    return CommandLineRun.of("", all.toArray(String[]::new));
  }

  @Test
  void key_ofACaller_opensTheService() throws Exception {
    Files.createDirectories(folder.resolve("guarded"));
    try (ProvenService guarded = ProvenService.start(folder.resolve("guarded"), Map.of())) {
      URI address = URI.create("http://127.0.0.1:" + guarded.server().port() + "/");
      String key = guarded.key("analyst", Role.ANALYST);
      byte[] noZip = "no zip".getBytes(StandardCharsets.UTF_8);

      assertThat(refused(ReleaseServer.at(address, null), noZip)).contains("401");
      assertThat(refused(ReleaseServer.at(address, "wrong"), noZip)).contains("401");
      assertThat(refused(ReleaseServer.at(address, key + "\n"), noZip)).doesNotContain("401");
    }
  }

  private static String refused(ReleaseServer server, byte[] zip) throws Exception {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    try {
      return server.draft(zip, "a", "b", "sha256:base").toString();
    } catch (ServerRefusal refusal) {
      refusal.tell(out, out);
      return told.toString(StandardCharsets.UTF_8);
    }
  }
}
