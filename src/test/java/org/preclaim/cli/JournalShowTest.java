package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.Databases;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.fixtures.SmallPolicies;
import org.preclaim.journal.JournalReader;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.release.ReleaseDigest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an auditor does who has nothing but a copy of the journal. */
class JournalShowTest {

  private static final String ENCOUNTER =
      """
      {"id":"E-BOTH","setting":"practitioner","payer":"medicare",\
      "patient":{"key":"p-77","birthDate":"1961-04-02","sex":"female"},\
      "lines":[{"number":1,"code":"99999","units":"1","serviceDate":"2026-03-03",\
      "charge":"100.00"},{"number":2,"code":"77777","units":"2","serviceDate":"2026-03-03"}],\
      "documentation":[{"element":"word-1","value":"as the patient told"}]}""";

  private static Path policies;
  private static Path recorded;
  private static String both;

  private Path folder;
  private Path copy;

  /** Two decisions under policies with a row and a rule. */
  @BeforeAll
  static void decide(@TempDir Path shared) throws IOException {
    policies = SmallPolicies.version(1).in(shared.resolve("policies"));
    recorded = shared.resolve("journal.db");
    check(recorded.toString());
    both = entries(recorded.toString()).get(1).entry().statement().id();
  }

  @BeforeEach
  void copy(@TempDir Path own) throws IOException {
    folder = own;
    copy = Files.copy(recorded, folder.resolve("copy.db"));
  }

  /** One after the other, so that they are recorded in this order. */
  private static void check(String journal) {
    for (String encounter : List.of(SampleDesk.CLEAN, ENCOUNTER)) {
      CommandLineRun.of(
          encounter,
          "check",
          "--policies",
          policies.toString(),
          "--data",
          policies.resolveSibling("data").toString(),
          "--journal",
          journal,
          "-");
    }
  }

  private static List<StoredEntry> entries(String journal) {
    try (JournalReader reader = JournalReader.open(journal)) {
      return reader.search(Search.oldest(10));
    }
  }

  @Test
  void show_inACopy_isTheGoldenFile() {
    CommandLineRun run = journal("show", both);

    assertThat(run.exit()).isZero();
    GoldenFile.assertSame("journal/shown.txt", steady(run.out()));
  }

  /** What is another at each run, replaced: ids, hashes and the digest of the workbook. */
  private static String steady(String told) {
    return told.replaceAll("\\b01[0-9A-Z]{24}\\b", "01M8H14GDD2K69T2VXPXSSDWMZ")
        .replaceAll("\\b[0-9a-f]{64}\\b", "0".repeat(64));
  }

  @Test
  void find_inACopy_isTheGoldenFile() {
    CommandLineRun run = journal("find");

    assertThat(run.exit()).isZero();
    GoldenFile.assertSame("journal/found.txt", steady(run.out()));
  }

  @Test
  void copy_afterFindAndShow_hasTheSameBytes() throws IOException {
    String before = ReleaseDigest.of(Files.readAllBytes(copy));

    assertThat(journal("find", "--encounter", "E-BOTH").exit()).isZero();
    assertThat(journal("show", both).exit()).isZero();
    assertThat(journal("show", both, "--format", "json").exit()).isZero();

    assertThat(ReleaseDigest.of(Files.readAllBytes(copy))).isEqualTo(before);
  }

  @Test
  void show_erased_saysSo() {
    journal("erase", "--patient", "p-77");

    CommandLineRun run = journal("show", both);

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("  encounter   erased, like the patient's key and date of birth")
        .contains("  patient     key and date of birth erased, female\n")
        .contains("  documented  word-1 (what the record says is erased)\n")
        .contains("(erased): WARNINGS, charge at risk 100.00\n")
        .doesNotContain("E-BOTH")
        .doesNotContain("p-77")
        .doesNotContain("as the patient told")
        .doesNotContain("withheld");
    assertThat(journal("find").out()).contains("(erased)").doesNotContain("E-BOTH");
    assertThat(journal("find", "--encounter", "E-BOTH").out()).isEqualTo("no such decision\n");
  }

  @Test
  void showAsJson_isTheServicesAnswer_withFactsAndPlaces() {
    String answer = entries(copy.toString()).get(1).answerWithEntry();

    CommandLineRun run = journal("show", both, "--format", "json");

    assertThat(run.out()).startsWith(answer.substring(0, answer.length() - 1)).hasLineCount(1);
    JsonNode told = JsonMapper.shared().readTree(run.out());
    assertThat(told.at("/facts/documentation/0/value").asString()).isEqualTo("as the patient told");
    assertThat(told.at("/places/0/policy/cell").asString()).isEqualTo("Policies!A9");
    assertThat(told.at("/places/1/rule").asString()).isEqualTo("SAMPLE-001 code 77777 is not paid");
    assertThat(told.at("/places/1/policy/line").asInt()).isPositive();
  }

  @Test
  void find_byEachCondition_findsWhatHoldsAll() {
    for (String condition :
        List.of(
            "--encounter=E-BOTH",
            "--policy=PAY-1",
            "--code=77777",
            "--payer=medicare",
            "--outcome=warnings")) {
      assertThat(journal("find", condition).out()).as(condition).contains(both).hasLineCount(2);
    }
    String day = "2026-11-22";
    assertThat(journal("find", "--from", day, "--to", day).out()).hasLineCount(3);
    assertThat(journal("find", "--from", "2026-11-23").out()).isEqualTo("no such decision\n");
    assertThat(journal("find", "--code", "77777", "--outcome", "clean").exit()).isZero();
    assertThat(journal("find", "--limit", "1").out())
        .contains(both)
        .endsWith("there are more: expected more conditions, or a higher --limit\n");
    assertThat(journal("find", "--format", "json", "--limit", "1").out())
        .startsWith("{\"decisions\":[{\"decisionId\":\"" + both)
        .endsWith("],\"more\":true}\n");
  }

  @Test
  void export_findsAndShowsTheSame_butForWhereStepsAreWritten() throws IOException {
    Path export = folder.resolve("export.ndjson");
    journal("export", export.toString());

    for (List<String> command :
        List.of(
            List.of("find"),
            List.of("find", "--limit", "1"),
            List.of("find", "--code", "77777", "--from", "2026-11-22"),
            List.of("find", "--encounter", "E-CLEAN", "--format", "json"))) {
      String[] arguments = command.toArray(String[]::new);
      assertThat(journalOf(export, arguments).out())
          .as(command.toString())
          .isEqualTo(journal(arguments).out());
    }
    String told = journal("show", both).out();
    assertThat(journalOf(export, "show", both).out())
        .isEqualTo(
            told.replaceAll(
                "( {6}written    ).*\n( {6}source     .*\n)?",
                "$1not known: the release's files are not here\n"));

    Files.writeString(export, Files.readString(export).replace("E-BOTH", "E-MINE"));
    CommandLineRun changed = journalOf(export, "show", both);
    assertThat(changed.exit()).isEqualTo(2);
    assertThat(changed.err()).contains("entry 2: JOURNAL-PERSONAL-CHANGED");
  }

  @Test
  void show_whatIsNoDecision_isRefused() {
    journal("erase", "--patient", "p-77");
    String erasure = idOfTheErasure();

    CommandLineRun unknown = journal("show", "01NONE");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).startsWith("preclaim: `01NONE` is no decision of this journal");
    assertThat(journal("show", erasure).err())
        .isEqualTo(
            "preclaim: `" + erasure + "` is no decision: it is an entry of the kind erasure\n");
    assertThat(journal("find", "--limit", "0").err()).contains("`0` is no limit");
    assertThat(journal("find", "--outcome", "bad").err()).contains("REPLAY-REQUEST `bad`");
    assertThat(journalOf(folder.resolve("none.db"), "find").err())
        .contains("JOURNAL-UNREADABLE there is no such file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "said = 'x'",
        "said = '{}'",
        "facts = '[]'",
        "trace = '[{'",
        "kind = 'visit'",
        "facts = replace(facts, '99999', 'no code')"
      })
  void entry_thatWasChanged_isNotToldAndIsNoFault(String change) throws SQLException {
    try (Connection connection = Databases.SQLITE.connectTo(copy.toString());
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE journal_entry SET " + change + " WHERE sequence = 2");
    }

    CommandLineRun run = journal("show", both);

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("not as it was written");
    assertThat(run.out()).isEmpty();
  }

  private String idOfTheErasure() {
    Path export = folder.resolve("erased.ndjson");
    journal("export", export.toString());
    try (Stream<String> lines = Files.lines(export)) {
      return lines
          .map(line -> JsonMapper.shared().readTree(line))
          .filter(line -> line.path("kind").asString("").equals("erasure"))
          .findFirst()
          .orElseThrow()
          .path("id")
          .asString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void postgresql_isReadLikeACopy() {
    String address = Databases.POSTGRESQL.fresh();
    check(address);
    String id = entries(address).get(1).entry().statement().id();

    assertThat(steady(command(address, "find").out())).isEqualTo(steady(journal("find").out()));
    assertThat(steady(command(address, "show", id).out()))
        .isEqualTo(steady(journal("show", both).out()));
  }

  private CommandLineRun journal(String... command) {
    return journalOf(copy, command);
  }

  private CommandLineRun journalOf(Path journal, String... command) {
    return command(journal.toString(), command);
  }

  /** It stands in a folder without policies and data. */
  private CommandLineRun command(String journal, String... command) {
    List<String> arguments = new ArrayList<>(List.of("journal"));
    arguments.addAll(List.of(command));
    arguments.addAll(List.of("--journal", journal));
    arguments.addAll(List.of("--data", folder.resolve("nothing").toString()));
    return CommandLineRun.of("", arguments.toArray(String[]::new));
  }
}
