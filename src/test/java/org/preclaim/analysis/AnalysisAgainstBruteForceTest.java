package org.preclaim.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.decision.TraceStep;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.rows.TableDraft;
import org.preclaim.fixtures.Seed;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.Workbook;

/**
 * Random small tables: the analysis says what looking at every encounter says, no more and no less,
 * and the engine does on each witness what is claimed. A longer run: {@code
 * -Dpreclaim.analysis.tables=20000 -Dpreclaim.seed=7}.
 */
class AnalysisAgainstBruteForceTest {

  private static final int TABLES = Integer.getInteger("preclaim.analysis.tables", 1_000);

  /** Encounters of each table on which brute force is itself compared with the engine. */
  private static final int SAMPLE = 5;

  private static final int ROWS_MAX = 8;

  private final Random random = new Random(Seed.VALUE);
  private final Map<String, Integer> found = new TreeMap<>();

  @Test
  void findings_randomTables_areThoseOfBruteForce() throws ProblemsException {
    compare(SmallDomains.lines(), TABLES / 2);
    compare(SmallDomains.procedures(), TABLES / 4);
    compare(SmallDomains.pairs(), TABLES - TABLES / 2 - TABLES / 4);

    System.out.println("analysis against brute force: " + found);
    List<String> codes =
        List.of("NEVER", "CONTRADICTION", "DUPLICATE", "SUBSUMED", "SHADOWED", "GAP");
    assertThat(codes).allSatisfy(code -> assertThat(found).containsKey("ANALYSIS-" + code));
    assertThat(found.keySet()).anyMatch(code -> code.endsWith("together"));
  }

  private <P> void compare(SmallDomain<P> domain, int tables) throws ProblemsException {
    BruteForce<P> brute = new BruteForce<>(domain);
    for (int number = 0; number < tables; number++) {
      CompiledRelease release = release(domain);
      List<PolicyRow> rows = rows(release);
      List<RowFinding> findings = Analysis.of(release);

      assertThat(inWords(findings))
          .as("seed %d, %s %d: %s", Seed.VALUE, domain.name(), number, cells(rows))
          .isEqualTo(brute.findings(rows));
      assertThat(findings)
          .as("seed %d, %s %d: %s", Seed.VALUE, domain.name(), number, cells(rows))
          .allMatch(RowFinding::proven);
      findings.stream()
          .filter(finding -> finding.policies().size() > 2)
          .forEach(finding -> assertNoneCanBeSpared(finding, brute, rows));
      findings.forEach(finding -> found.merge(counted(finding), 1, Integer::sum));
      sample(domain, brute, release, rows);
    }
  }

  private static String counted(RowFinding finding) {
    return finding.code().code() + (finding.policies().size() > 2 ? " together" : "");
  }

  /** The rows that a finding names repeat its row together, and any less of them do not. */
  private static <P> void assertNoneCanBeSpared(
      RowFinding finding, BruteForce<P> brute, List<PolicyRow> rows) {
    String code = finding.code().name();
    PolicyRow row = row(finding.policies().get(0), rows);
    List<PolicyRow> others = finding.policies().stream().skip(1).map(id -> row(id, rows)).toList();

    assertThat(brute.alike(row, rows, code)).as("seed %d", Seed.VALUE).containsAll(others);
    assertThat(brute.isRepeatedBy(row, others)).as("seed %d", Seed.VALUE).isTrue();
    for (PolicyRow spared : others) {
      List<PolicyRow> fewer = others.stream().filter(other -> !other.equals(spared)).toList();
      assertThat(brute.isRepeatedBy(row, fewer)).as("seed %d, %s", Seed.VALUE, finding).isFalse();
    }
  }

  private static PolicyRow row(String id, List<PolicyRow> rows) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<PolicyRow> rows(CompiledRelease release) {
    return Objects.requireNonNull(release.release().families().get(0).workbook()).policies();
  }

  /** Brute force and the engine agree on which rows fire. */
  private <P> void sample(
      SmallDomain<P> domain, BruteForce<P> brute, CompiledRelease release, List<PolicyRow> rows) {
    for (int count = 0; count < SAMPLE; count++) {
      int number = random.nextInt(domain.points().size());
      P point = domain.points().get(number);
      Set<String> accepting = new TreeSet<>();
      rows.stream()
          .filter(row -> brute.accepts(row, number))
          .forEach(row -> accepting.add(row.id()));
      Set<String> fired = new TreeSet<>();
      release.evaluate(domain.encounter().apply(point)).trace().stream()
          .filter(step -> step.facts().get(0).startsWith(domain.subject().apply(point)))
          .map(TraceStep::policy)
          .forEach(fired::add);

      assertThat(fired).as("%s: %s", point, cells(rows)).isEqualTo(accepting);
    }
  }

  private static Set<String> inWords(List<RowFinding> findings) {
    Set<String> words = new TreeSet<>();
    findings.forEach(
        finding ->
            words.add(
                finding.code().code()
                    + " "
                    + (finding.policies().size() > 2
                        ? finding.policies().get(0) + " together"
                        : String.join(" ", finding.policies()))));
    return words;
  }

  private static String cells(List<PolicyRow> rows) {
    StringBuilder cells = new StringBuilder();
    rows.forEach(row -> cells.append('\n').append(row.cells()));
    return cells.toString();
  }

  private <P> CompiledRelease release(SmallDomain<P> domain) throws ProblemsException {
    TableDraft draft = domain.header();
    List<List<String>> rows = new ArrayList<>();
    int count = 2 + random.nextInt(ROWS_MAX - 1);
    while (rows.size() < count) {
      boolean near = !rows.isEmpty() && random.nextInt(3) > 0;
      List<String> cells =
          near ? near(domain, rows.get(random.nextInt(rows.size()))) : drawn(domain);
      if (cells.subList(0, domain.columns().size()).stream().anyMatch(cell -> !cell.isEmpty())) {
        rows.add(cells);
        draft.row(cells.toArray(String[]::new));
      }
    }
    Workbook workbook = TableDraft.workbook(domain.name(), List.of(draft));
    return CompiledRelease.compile(
        new PolicyRelease(
            new ReleaseRef("sha256:drawn", "drawn"),
            List.of(),
            List.of(new Family(domain.name(), workbook, null)),
            new Vocabulary(Map.of()),
            Map.of()));
  }

  private <P> List<String> drawn(SmallDomain<P> domain) {
    List<String> cells = new ArrayList<>();
    for (int index = 0; index < domain.columns().size() + domain.actions().size(); index++) {
      cells.add(cell(domain, index));
    }
    return cells;
  }

  private <P> String cell(SmallDomain<P> domain, int index) {
    int conditions = domain.columns().size();
    if (index >= conditions) {
      return domain.actions().get(index - conditions).draw().apply(random);
    }
    boolean blank = random.nextInt(10) < domain.columns().get(index).blank();
    return blank ? "" : domain.columns().get(index).draw().apply(random);
  }

  /** A row like another one: up to two cells or its dates drawn anew, some lists turned round. */
  private <P> List<String> near(SmallDomain<P> domain, List<String> row) {
    List<String> cells = new ArrayList<>(row);
    boolean dates = random.nextInt(3) == 0;
    for (int changes = dates ? 0 : random.nextInt(3); changes > 0; changes--) {
      int index = random.nextInt(cells.size());
      cells.set(index, cell(domain, index));
    }
    for (int index = 0; index < domain.columns().size(); index++) {
      if (dates && domain.columns().get(index).snippet().startsWith("serviceDate")) {
        cells.set(index, cell(domain, index));
      }
      List<String> items = List.of(cells.get(index).split(", ", -1));
      if (items.size() == 2 && random.nextBoolean()) {
        cells.set(index, items.get(1) + ", " + items.get(0));
      }
    }
    return cells;
  }
}
