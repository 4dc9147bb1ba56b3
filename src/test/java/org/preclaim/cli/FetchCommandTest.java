package org.preclaim.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.preclaim.fixtures.SmallPolicies.version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.AnsweringServer;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.ReleaseService;
import org.preclaim.fixtures.SmallPolicies;
import org.preclaim.lifecycle.ArchiveReading;
import org.preclaim.lifecycle.DraftArchive;
import org.preclaim.release.PolicyFolder;

/** The files of a release, from the service itself and from servers that mean no good. */
class FetchCommandTest {

  private static final String ID = version(1).id();
  private static final String FILES = "/v1/releases/" + ID.replace(":", "%3A") + "/files";

  private final Path home;

  FetchCommandTest(@TempDir Path home) throws IOException {
    this.home = Files.createDirectory(home.resolve("home"));
  }

  private List<String> everything() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(each -> !each.equals(home))
          .map(each -> home.relativize(each).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void release_fetchedChangedAndHandedIn_isADraftOfIt(@TempDir Path data) throws Exception {
    Path draft = home.resolve("draft");
    try (ReleaseService service = ReleaseService.start(data)) {
      CommandLineRun fetched = service.policies("fetch", draft.toString());

      assertThat(fetched.err()).isEmpty();
      assertThat(fetched.exit()).isZero();
      assertThat(fetched.out())
          .startsWith(ID + " working folder: active\n")
          .contains("policies verify " + draft, "policies publish " + draft);
      assertThat(PolicyFolder.open(draft).stored().id()).isEqualTo(ID);
      assertThat(draft.resolve("release.lock")).hasContent(version(1).stored("").lock().text());
      assertThat(everything())
          .containsExactly(
              "draft",
              "draft/decision-tables",
              "draft/decision-tables/payable.xlsx",
              "draft/decision-tables/vocabulary.xlsx",
              "draft/release.lock",
              "draft/rules",
              "draft/rules/sample.drl");

      version(2).in(draft);
      String[] handIn = {"publish", draft.toString(), "--name", "two", "--reason", "a payer asks"};
      assertThat(service.policies(handIn).out()).startsWith(version(2).id() + " two: verified\n");
    }
  }

  /** Also one that is in no force, by the id that its decisions would have. */
  @Test
  void release_byItsId_isFetchedIntoAFolderThatIsThere(@TempDir Path data) throws Exception {
    Object before = key(home);
    try (ReleaseService service = ReleaseService.start(data)) {
      Path draft = version(2).in(data.resolve("draft"));
      service.policies(
          "publish", draft.toString(), "--base", ID, "--name", "two", "--reason", "asked");

      CommandLineRun fetched =
          service.policies("fetch", home.toString(), "--release", version(2).id());

      assertThat(fetched.out()).startsWith(version(2).id() + " two: verified\n");
      assertThat(PolicyFolder.open(home).stored().id()).isEqualTo(version(2).id());
      assertThat(key(home)).isEqualTo(before);
      assertThat(everything()).noneMatch(each -> each.startsWith("."));
    }
  }

  /** What makes the folder the same one, whatever its name. */
  private static Object key(Path folder) throws IOException {
    return Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
  }

  @Test
  void folder_thatIsNeitherNewNorEmpty_isLeftAsItIs() throws Exception {
    Files.writeString(home.resolve("notes.txt"), "mine");
    Files.createDirectory(home.resolve("full"));
    Files.writeString(home.resolve("full/.hidden"), "mine too");

    try (AnsweringServer server = new AnsweringServer()) {
      assertThat(refused(server, "full")).contains("full` holds `.hidden`: expected a folder that");
      assertThat(refused(server, "notes.txt")).contains("notes.txt` is no folder");
      assertThat(refused(server, "a/b")).contains("a` is no folder: expected the new one to be in");
      assertThat(server.asked()).isEmpty();
    }
    assertThat(everything()).containsExactly("full", "full/.hidden", "notes.txt");
  }

  private String refused(AnsweringServer server, String folder) {
    CommandLineRun run =
        CommandLineRun.of(
            "", "policies", "fetch", home.resolve(folder).toString(), "--server", server.address());
    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run.out()).isEmpty();
    return run.err();
  }

  /**
   * A server that says that version 1 is active, and answers with this when its files are asked.
   */
  private static AnsweringServer serving(byte[] zip) throws IOException {
    return new AnsweringServer()
        .answer("/v1/releases", ("{\"active\":\"" + ID + "\"}").getBytes(UTF_8))
        .answer(FILES.replace("/files", ""), ("{\"id\":\"" + ID + "\"}").getBytes(UTF_8))
        .answer(FILES, zip);
  }

  /** What is refused of what {@code zip} is: nothing of it lies anywhere. */
  private String refused(byte[] zip) throws IOException {
    try (AnsweringServer server = serving(zip)) {
      String told = refused(server, "draft");
      assertThat(server.asked()).endsWith(FILES);
      assertThat(everything()).isEmpty();
      return told;
    }
  }

  @Test
  void archive_thatIsNotWhole_isRefused() throws Exception {
    byte[] whole = ArchiveReading.example();
    int directory = new String(whole, ISO_8859_1).indexOf("PK\1\2");

    assertThat(refused(Arrays.copyOf(whole, whole.length / 2))).contains("LIFECYCLE-ARCHIVE");
    // Cut here, all of the files are there, and nothing says so.
    assertThat(refused(Arrays.copyOf(whole, directory))).contains("damaged, cut off");
    assertThat(refused("<html>".getBytes(UTF_8))).contains("it holds no policies");
    assertThat(refused(new byte[0])).contains("it holds no policies");
  }

  @Test
  void names_thatLeadElsewhere_areRefused() throws Exception {
    for (String name :
        List.of("../out.drl", "rules/../../out.drl", "/out.drl", "C:\\out.drl", "run.sh")) {
      assertThat(refused(with(name, new byte[] {'x'}))).startsWith(name + ": LIFECYCLE-ARCHIVE ");
    }
  }

  @Test
  void archive_thatIsTooLarge_isRefused() throws Exception {
    byte[] bomb = new byte[(20 << 20) + 1];
    assertThat(refused(with("rules/a.drl", bomb))).contains("unpacks to more than 20971520 bytes");
    assertThat(refused(new byte[DraftArchive.PACKED_BYTES_MAX + 1]))
        .contains("answered with more than " + DraftArchive.PACKED_BYTES_MAX + " bytes");
  }

  @Test
  void files_thatAreNotThoseOfTheRelease_areRefused() throws Exception {
    String other = "its release.lock says otherwise";
    assertThat(refused(with("rules/more.drl", new byte[] {'x'}))).contains(other);
    assertThat(refused(version(1).zip())).contains(other);
    assertThat(refused(version(2).file("release.lock", lock(2)).zip())).contains(other);
    assertThat(refused(version(2).file("release.lock", lock(1)).zip())).contains(other);
  }

  private static String lock(int number) {
    return version(number).stored("").lock().text();
  }

  /** The release with one file more. */
  private static byte[] with(String name, byte[] content) {
    NavigableMap<String, byte[]> files = new TreeMap<>();
    version(1).stored("").files().forEach(files::put);
    files.put("release.lock", lock(1).getBytes(UTF_8));
    files.put(name, content);
    return SmallPolicies.zip(files);
  }

  @Test
  void connection_thatBreaksOff_leavesNothing() throws Exception {
    try (AnsweringServer server = serving(new byte[0]).breakOff(FILES, ArchiveReading.example())) {
      assertThat(refused(server, "draft")).startsWith("preclaim: no answer from http://127.0.0.1:");
      assertThat(everything()).isEmpty();
    }
  }

  @Test
  void service_thatRefuses_isToldInItsWords(@TempDir Path data) throws Exception {
    try (ReleaseService service = ReleaseService.start(data)) {
      CommandLineRun unknown =
          service.policies("fetch", home.resolve("draft").toString(), "--release", "sha256:none");

      assertThat(unknown.err()).startsWith("sha256:none: LIFECYCLE-UNKNOWN ");
      assertThat(unknown.exit()).isEqualTo(ExitCode.UNREADABLE);
      assertThat(everything()).isEmpty();
    }
  }

  @Test
  void folder_thatSomebodyElseFillsMeanwhile_keepsOnlyTheirs() throws Exception {
    NavigableMap<String, byte[]> files = new TreeMap<>();
    version(1).stored("").files().forEach(files::put);
    WholeFolder there = WholeFolder.at(home);
    WholeFolder fresh = WholeFolder.at(home.resolve("fresh"));
    version(2).in(home.resolve("fresh"));
    Files.createDirectory(home.resolve("rules"));

    assertThat(failed(there, files)).contains("rules");
    assertThat(failed(fresh, files)).contains("fresh");
    assertThat(PolicyFolder.open(home.resolve("fresh")).stored().id()).isEqualTo(version(2).id());
    assertThat(everything())
        .filteredOn(each -> !each.startsWith("fresh/"))
        .containsExactly("fresh", "rules");
  }

  private static String failed(WholeFolder folder, NavigableMap<String, byte[]> files) {
    try {
      folder.write(files);
      return "";
    } catch (IOException failed) {
      return failed.toString();
    }
  }
}
