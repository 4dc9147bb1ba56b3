package org.preclaim.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;
import org.preclaim.encounter.UnitBasis;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.fixtures.Seed;
import org.preclaim.oracle.Claim.Item;
import org.preclaim.oracle.RawFiles.Pairs;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.ReferenceData;
import org.preclaim.release.PolicyFolder;

/**
 * The rules over the official files against plain Java over the same files. {@code
 * -Dpreclaim.oracle.encounters=100000 -Dpreclaim.seed=7 -Dpreclaim.oracle.pairs=FULL} asks for
 * more, for others, and for all procedure pairs of practitioners.
 */
class OracleTest {

  private static final Set<String> FAMILIES =
      Set.of("bilateral-indicator", "mue", "ncci-add-on", "ncci-ptp");

  private static final int ENCOUNTERS = Integer.getInteger("preclaim.oracle.encounters", 10_000);
  private static final Pairs PAIRS =
      Pairs.valueOf(System.getProperty("preclaim.oracle.pairs", Pairs.SLICE.name()));

  @Test
  void claims_drawnFromOfficialFiles_areDecidedAsByHand(@TempDir Path data)
      throws IOException, ProblemsException {
    RawFiles files = RawFiles.read(PAIRS);
    ReferenceData reference = ImportedFiles.in(data, RawFiles.paths(PAIRS));
    CompiledRelease release =
        CompiledRelease.compile(PolicyFolder.read(Path.of(""))).onlyFamilies(FAMILIES);
    RandomClaims claims = new RandomClaims(files, Seed.VALUE);
    TreeMap<String, Integer> met = new TreeMap<>();
    System.out.println("oracle: " + ENCOUNTERS + " encounters from seed " + Seed.VALUE);
    for (int count = 0; count < ENCOUNTERS; count++) {
      Claim claim = claims.next();
      Set<String> expected = PlainEdits.of(files, claim);
      Decision decision = release.evaluate(encounter(claim), reference);
      assertThat(found(decision)).as("%s", claim).isEqualTo(expected);
      expected.forEach(finding -> met.merge(finding.split(" ", -1)[0], 1, Integer::sum));
    }
    System.out.println("oracle: no difference; findings " + met);
    assertThat(met).as("every rule was met").hasSizeGreaterThan(20);
  }

  private static Set<String> found(Decision decision) {
    return decision.warnings().stream()
        .map(OracleTest::finding)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String finding(DenialWarning warning) {
    List<Integer> with =
        warning.lines().stream().filter(line -> !warning.linesAtRisk().contains(line)).toList();
    return warning.policy().id() + " " + numbers(warning.linesAtRisk()) + "/" + numbers(with);
  }

  private static String numbers(List<Integer> lines) {
    return lines.stream().map(line -> Integer.toString(line)).collect(Collectors.joining(" "));
  }

  private static Encounter encounter(Claim claim) {
    return new Encounter(
        "E-1",
        setting(claim.setting()),
        null,
        null,
        new Patient("p-1", null, Sex.UNKNOWN),
        new Provider(new Npi("1234567893")),
        null,
        claim.items().stream().map(OracleTest::line).toList(),
        null,
        null,
        null);
  }

  private static Setting setting(String word) {
    return switch (word) {
      case "practitioner" -> Setting.PRACTITIONER;
      case "outpatient-hospital" -> Setting.OUTPATIENT_HOSPITAL;
      default -> Setting.DME_SUPPLIER;
    };
  }

  private static ServiceLine line(Item item) {
    return new ServiceLine(
        item.number(),
        HcpcsCode.of(item.code()),
        item.modifiers().stream().map(Modifier::of).toList(),
        item.units(),
        UnitBasis.UNITS,
        new ServiceDates(item.from(), item.to()),
        List.of(),
        null,
        null,
        item.provider().equals("1234567893") ? null : new Provider(new Npi(item.provider())));
  }
}
