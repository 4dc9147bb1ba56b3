package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preclaim.fixtures.SampleDesk.CLEAN;
import static org.preclaim.fixtures.SampleDesk.DENIED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.table.TableFixture;
import org.preclaim.table.VocabularyFixture;
import org.preclaim.table.WorkbookFixture;

class PreclaimTest {

  @TempDir Path folder = Path.of("");

  @Test
  void check_cleanFile_exitsWithZero() throws IOException {
    CommandLineRun run = check("json", file(CLEAN));

    assertThat(run.out()).contains("\"outcome\":\"clean\"").endsWith("}\n").hasLineCount(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
  }

  @Test
  void check_findings_exitsWithOne() throws IOException {
    CommandLineRun run = check("text", file(CLEAN + "\n" + DENIED + "\n"));

    assertThat(run.out()).contains("E-DENIED: WARNINGS", "rules/sample.drl:6", "Summary");
    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void check_unreadableLine_isReportedAndTheOthersDecided() throws IOException {
    String file = file(DENIED + "\n{\"id\":7}\n" + CLEAN);

    CommandLineRun run = check("json", file);

    assertThat(run.out()).hasLineCount(2);
    assertThat(run.err().lines().filter(line -> !line.startsWith(" ")))
        .isNotEmpty()
        .allMatch(line -> line.matches("\\Q" + file + "\\E:2 ?[^ ]*: JSON-[A-Z-]+ .*"));
    assertThat(run.exit()).isEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void check_filesThatCannotBeRead_areAllNamed() throws IOException {
    String missing = folder.resolve("missing.json").toString();
    String empty = file("  \n");
    String fhir = file("{\n \"resourceType\": \"Patient\"}");

    CommandLineRun run = check("json", missing, empty, fhir, folder.toString());

    assertThat(run.err())
        .isEqualTo(
            missing
                + ": CLI-UNREADABLE there is no such file\n"
                + empty
                + ": CLI-UNREADABLE it is empty, expected an encounter\n"
                + fhir
                + ": Patient: FHIR-NOT-FHIR a resource of the type `Patient` is no claim\n"
                + "  help: send a Claim, a Bundle with one, or Parameters with a `resource`\n"
                + folder
                + ": CLI-UNREADABLE it is a folder, expected a file\n");
    assertThat(run.exit()).isEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void check_claimInFhir_isDecidedAndWhatIsLeftOutIsNamed() throws IOException {
    String claim = Files.readString(Path.of("docs", "examples", "first-claim.fhir.json"));
    String fhir = file(claim.replace("\"50706\"", "\"11111\""));
    String snomed = file(claim.replace("http://www.ama-assn.org/go/cpt", "http://snomed.info/sct"));

    CommandLineRun run = check("json", fhir, snomed);

    assertThat(run.out()).contains("\"encounterId\":\"E-1001\"");
    assertThat(run.err())
        .isEqualTo(
            snomed
                + ": Claim.item[0].modifier[0]: FHIR-CODE-SYSTEM the code is of"
                + " `http://snomed.info/sct`: expected a CPT or HCPCS modifier\n");
    assertThat(run.exit()).isEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void check_standardInput_isNamedByItsDash() {
    CommandLineRun run =
        CommandLineRun.of("{\"id\":7}", "check", "--policies", CommandLineRun.POLICIES, "-");

    assertThat(run.err()).contains("-: /id: JSON-WRONG-TYPE ");
  }

  @Test
  void check_acknowledgmentThatCannotBeWritten_isNamed() throws IOException {
    Files.createDirectories(folder.resolve("institutional.x12.999/x"));

    CommandLineRun run =
        CommandLineRun.withPolicies(
            "check",
            "--acknowledge",
            folder.toString(),
            GoldenFile.resource("intake/x12/institutional.x12").toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("preclaim: `", "institutional.x12.999` cannot be written: ");
  }

  @Test
  void check_trace_saysWhatFired() throws IOException {
    CommandLineRun run = CommandLineRun.withPolicies("check", "--trace", file(DENIED));

    assertThat(run.out()).contains("SAMPLE-001 code 99999 is not paid: line 1 (99999) -> deny");
  }

  @Test
  void verify_goodPolicies_countsThemByFamily() {
    CommandLineRun run = CommandLineRun.of("", "policies", "verify", CommandLineRun.POLICIES);

    assertThat(run.out()).containsPattern("sample +0 +2 +0").contains("verified sha256:");
    assertThat(run.exit()).isZero();
  }

  @Test
  void verify_tables_tellsRowsShapesAndKeyAndWarnsOfRowsWithoutOne() throws IOException {
    TableFixture table =
        TableFixture.named("ages")
            .condition("$line : BilledLine", "code == \"$param\"", "Code")
            .condition("$line : BilledLine", "age >= $param", "Age from")
            .action("insert( Flag.of(\"age-conflict\", \"$param\", $line) );")
            .words()
            .policy("AGE-1", "50431", "18", "deny", "too old", "CO", "6", "", "", "made up")
            .policy("AGE-2", "50432", "", "deny", "too old", "CO", "6", "", "", "made up")
            .policy("AGE-3", "", "18", "deny", "too old", "CO", "6", "", "", "made up");
    Path tables = Files.createDirectories(folder.resolve("decision-tables"));
    Files.write(tables.resolve("ages.xlsx"), WorkbookFixture.family("ages").table(table).bytes());
    Files.write(tables.resolve("vocabulary.xlsx"), new VocabularyFixture().bytes());

    CommandLineRun text = CommandLineRun.of("", "policies", "verify", folder.toString());
    CommandLineRun json =
        CommandLineRun.of("", "policies", "verify", "--format", "json", folder.toString());

    assertThat(text.out())
        .containsPattern("decision-tables/ages.xlsx!Policies!\\w+ +3 +1  Code\n")
        .containsPattern(
            "decision-tables/ages.xlsx!Policies!A\\d+: warning: the row names no code or kind");
    assertThat(text.exit()).isZero();
    assertThat(json.out())
        .containsPattern("\"rows\":3,\"shapes\":1,\"key\":\"Code\",\"withoutKey\":\\[\"[^\"]+\"]");
  }

  @Test
  void verify_brokenRule_namesItsPlace() throws IOException {
    Files.createDirectories(folder.resolve("rules"));
    Files.writeString(folder.resolve("rules/broken.drl"), "package preclaim.broken;\nrule \"x\n");

    CommandLineRun text = CommandLineRun.of("", "policies", "verify", folder.toString());
    CommandLineRun json =
        CommandLineRun.of("", "policies", "verify", "--format", "json", folder.toString());

    assertThat(text.out()).startsWith("rules/broken.drl:").contains(": RULE-");
    assertThat(text.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(json.out()).startsWith("{").contains("\"code\":\"RULE-").hasLineCount(1);
  }

  @Test
  void serve_portThatIsNone_isRefused() {
    CommandLineRun run = CommandLineRun.withPolicies("serve", "--port", "70000");

    assertThat(run.err()).isEqualTo("preclaim: `70000` is no port: expected 0 to 65535\n");
  }

  @Test
  void serve_policiesThatDoNotCompile_areReportedWithoutATrace() throws IOException {
    Files.createDirectories(folder.resolve("rules"));
    Files.writeString(folder.resolve("rules/broken.drl"), "package preclaim.broken;\nrule \"x\n");

    CommandLineRun run = CommandLineRun.of("", "serve", "--policies", folder.toString());

    assertThat(run.err()).startsWith("rules/broken.drl:").doesNotContain("\tat ");
    assertThat(run.exit()).isEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void withoutCommand_serves() throws IOException {
    String data = folder.resolve("data").toString();

    CommandLineRun run = CommandLineRun.withPolicies("--data", data);

    assertThat(run.served()).isTrue();
    assertThat(run.exit()).isZero();
    assertThat(Files.readString(Path.of(data, "patient.key"))).matches("[0-9a-f]{64}\n");
  }

  /** Before a command the options are those of the service, and the command would go without. */
  @Test
  void options_beforeTheirCommand_areRefusedWithWhereTheyBelong() {
    String other = folder.toString();

    CommandLineRun check =
        CommandLineRun.of("", "--data", other, "--policies", other, "check", "e.json");
    CommandLineRun nested = CommandLineRun.of("", "--data", other, "reference", "list");
    CommandLineRun serve = CommandLineRun.withPolicies("--port", "1", "serve", "--data", other);

    assertThat(check.err())
        .startsWith("expected --data after check\nexpected --policies after check\n");
    assertThat(check.exit()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(nested.err()).startsWith("expected --data after reference list\n");
    assertThat(nested.exit()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(serve.err()).startsWith("expected --port after serve\n");
    assertThat(serve.served()).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void option_thatTheCommandDoesNotTake_isRefusedBeforeItToo() {
    CommandLineRun check = CommandLineRun.of("", "--port", "1", "check", "e.json");
    CommandLineRun nested =
        CommandLineRun.of("", "--journal", "j.db", "policies", "verify", folder.toString());

    assertThat(check.err()).startsWith("expected no --port: check does not take it\n");
    assertThat(check.exit()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(nested.err())
        .startsWith("expected no --journal: policies verify does not take it\n");
    assertThat(nested.exit()).isEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void optionsOfEveryCommand_beforeIt_areTaken() {
    assertThat(CommandLineRun.withPolicies("--verbose", "check", "-").exit())
        .isEqualTo(ExitCode.UNREADABLE);
    assertThat(CommandLineRun.of("", "--data", "x", "check", "--help").out()).contains("FILE");
  }

  @Test
  void fault_isOneLineWithAnId_andItsTraceOnlyWhenAskedFor() {
    CommandLineRun brief = CommandLineRun.failing("--data", folder.toString());
    CommandLineRun verbose = CommandLineRun.failing("--verbose", "--data", folder.toString());

    assertThat(brief.err())
        .matches("preclaim: internal fault [0-9A-Z]{26}, --verbose shows the trace\n");
    assertThat(brief.exit()).isEqualTo(ExitCode.FAULT);
    assertThat(verbose.err()).contains("IllegalStateException");
    assertThat(CommandLineRun.failing("--verbose", "serve", "--data", folder.toString()).err())
        .contains("IllegalStateException");
  }

  /** A fault says of itself that the option shows more: wherever there may be one, it is taken. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "journal find",
        "journal show",
        "journal export",
        "callers add",
        "reference list",
        "policies verify",
        "policies releases",
        "policies fetch",
        "policies publish",
        "policies approve",
        "policies activate",
        "policies rollback"
      })
  void command_eachOfThem_takesVerbose(String command) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(List.of("--verbose", "--help"));

    CommandLineRun run = CommandLineRun.of("", arguments.toArray(String[]::new));

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("--verbose ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text or json | check encounters.json",
        "text or json | bench encounters.json",
        "text or json | journal find",
        "text or json | journal show 01",
        "text or json | reference list",
        "text or json | policies coverage",
        "text or json | policies releases",
        "text, json or markdown | policies diff a b",
        "text, json or xlsx | replay",
        "text, json or junit | policies verify"
      })
  void format_thatIsNone_isToldWithThoseThatThereAre(String known, String command) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(List.of("--format", "yaml"));

    CommandLineRun run = CommandLineRun.of("", arguments.toArray(String[]::new));

    assertThat(run.err()).contains("`yaml`: expected " + known + "\n");
    assertThat(run.exit()).isEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void format_inCapitals_isReadToo() throws IOException {
    assertThat(check("JSON", file(CLEAN)).out()).startsWith("{");
  }

  @Test
  void version_isPrinted() {
    assertThat(CommandLineRun.of("", "--version").out()).startsWith("preclaim ");
    assertThat(CommandLineRun.of("", "check", "--help").out()).contains("FILE");
  }

  private String file(String content) throws IOException {
    Path file = Files.createTempFile(folder, "input", ".dat");
    return Files.writeString(file, content).toString();
  }

  private static CommandLineRun check(String format, String... files) {
    String[] arguments = new String[files.length + 3];
    arguments[0] = "check";
    arguments[1] = "--format";
    arguments[2] = format;
    System.arraycopy(files, 0, arguments, 3, files.length);
    return CommandLineRun.withPolicies(arguments);
  }
}
