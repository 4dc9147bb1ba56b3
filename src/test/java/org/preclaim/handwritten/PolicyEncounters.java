package org.preclaim.handwritten;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.PriorService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;
import org.preclaim.encounter.UnitBasis;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.PolicyRow;

/**
 * Encounters that the policies of a release have something to say about, the same ones for the same
 * seed: they report the codes that its rows name, on the days and sides on which the rows differ.
 */
public final class PolicyEncounters {

  private static final Pattern CODE = Pattern.compile("\\b\\d{5}\\b");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 3);
  private static final List<String> DIAGNOSES =
      List.of("N13.5", "N13.1", "N20.0", "N39.0", "C64.1", "R31.9", "Q62.1", "E11.9", "I10", "Z00");
  private static final List<String> MODIFIERS =
      List.of("LT", "RT", "50", "59", "26", "TC", "XS", "76", "51", "22");
  private static final List<LocalDate> BIRTHS =
      List.of(LocalDate.of(1961, 4, 2), LocalDate.of(2010, 3, 4), LocalDate.of(2015, 12, 1));
  private static final int MODIFIERS_MAX = 4;
  private static final int POINTERS_MAX = 4;
  private static final Provider BILLING = new Provider(new Npi("1234567893"));
  private static final Provider OTHER = new Provider(new Npi("1245319599"));

  private final PolicyRelease release;
  private final List<String> codes;
  private final Random random;

  /** Encounters for {@code release}, drawn from {@code seed}. */
  public PolicyEncounters(PolicyRelease release, long seed) {
    this.release = release;
    this.codes = List.copyOf(codes(release));
    this.random = new Random(seed);
  }

  private static Set<String> codes(PolicyRelease release) {
    Set<String> codes = new TreeSet<>();
    for (Family family : release.families()) {
      List<PolicyRow> rows = family.workbook() == null ? List.of() : family.workbook().policies();
      for (PolicyRow row : rows) {
        String cells = String.join(" ", row.cells().values());
        CODE.matcher(cells).results().map(MatchResult::group).forEach(codes::add);
      }
    }
    return codes;
  }

  /** An odd one: few lines of few codes, so that policies meet; parts are left out at random. */
  public Encounter odd() {
    int lines = random.nextInt(6);
    int few = random.nextInt(codes.size());
    List<Diagnosis> diagnoses = chance(5) ? null : many(random.nextInt(7), this::diagnosis);
    return new Encounter(
        "E-" + random.nextInt(1_000_000),
        pick(List.of(Setting.values())),
        chance(4) ? null : pick(List.of("medicare", "commercial-rt-lt", "another")),
        chance(4) ? null : place(),
        new Patient("p-1", chance(3) ? null : pick(BIRTHS), pick(List.of(Sex.values()))),
        chance(8) ? null : BILLING,
        diagnoses,
        many(lines, at -> oddLine(at, near(few), diagnoses)),
        chance(4) && lines > 0 ? null : many(random.nextInt(5), at -> procedure(oddDates())),
        chance(4) ? null : many(random.nextInt(12), at -> documentation()),
        chance(2) ? null : many(random.nextInt(3), at -> prior(near(few))));
  }

  /**
   * An ordinary one: a day's visit of which about a third of the lines report codes that policies
   * know, with two performed procedures and most of what the record should state.
   */
  public Encounter ordinary(int lines, int diagnosisCount) {
    ServiceDates day = ServiceDates.on(DAY);
    List<Diagnosis> diagnoses = many(diagnosisCount, this::diagnosis);
    return new Encounter(
        "E-" + random.nextInt(1_000_000),
        Setting.PRACTITIONER,
        "medicare",
        new PlaceOfService("22"),
        new Patient("p-1", LocalDate.of(1961, 4, 2), Sex.FEMALE),
        BILLING,
        diagnoses,
        many(lines, at -> line(at, chance(3) ? pick(codes) : unknownCode(), day, diagnoses)),
        many(2, at -> procedure(day)),
        many(8, at -> documentation()),
        List.of());
  }

  /** A line with up to as many modifiers and pointers as a claim has room for. */
  private ServiceLine oddLine(int at, String code, @Nullable List<Diagnosis> diagnoses) {
    List<Integer> pointable =
        diagnoses == null
            ? new ArrayList<>()
            : new ArrayList<>(diagnoses.stream().map(Diagnosis::sequence).toList());
    Collections.shuffle(pointable, random);
    int pointers = Math.min(pointable.size(), random.nextInt(POINTERS_MAX + 1));
    return new ServiceLine(
        at + 1,
        HcpcsCode.of(code),
        modifiers(),
        new BigDecimal(chance(3) ? pick(List.of("2", "3", "0.5", "1.00")) : "1"),
        chance(12) ? UnitBasis.MINUTES : UnitBasis.UNITS,
        oddDates(),
        pointable.subList(0, pointers),
        chance(8) ? null : new Money(BigDecimal.valueOf(random.nextInt(500_000), 2)),
        chance(8) ? place() : null,
        chance(8) ? OTHER : null);
  }

  private List<Modifier> modifiers() {
    int count = chance(2) ? 0 : 1 + random.nextInt(chance(3) ? MODIFIERS_MAX : 2);
    return many(count, index -> Modifier.of(pick(MODIFIERS)));
  }

  private PriorService prior(String code) {
    return new PriorService(
        HcpcsCode.of(code), modifiers(), oddDates(), chance(2) ? null : BILLING);
  }

  private ServiceLine line(
      int at, String code, ServiceDates dates, @Nullable List<Diagnosis> diagnoses) {
    int pointable = diagnoses == null ? 0 : diagnoses.size();
    return new ServiceLine(
        at + 1,
        HcpcsCode.of(code),
        chance(2) ? List.of() : many(1 + random.nextInt(2), index -> Modifier.of(pick(MODIFIERS))),
        chance(5) ? new BigDecimal("2") : BigDecimal.ONE,
        UnitBasis.UNITS,
        dates,
        pointable == 0 ? List.of() : List.of(1 + random.nextInt(pointable)),
        new Money(BigDecimal.valueOf(random.nextInt(500_000), 2)),
        chance(8) ? place() : null,
        chance(8) ? OTHER : null);
  }

  private PerformedProcedure procedure(ServiceDates dates) {
    return new PerformedProcedure(
        word("kind"),
        chance(5) ? null : word("access"),
        chance(4) ? null : word("approach"),
        chance(2) ? List.of() : List.of(word("intervention")),
        chance(2) ? List.of() : List.of(word("technique")),
        chance(4) ? null : word("laterality"),
        chance(3) ? List.of() : List.of(word("guidance")),
        dates);
  }

  private Diagnosis diagnosis(int at) {
    return new Diagnosis(at + 1, Icd10Code.of(pick(DIAGNOSES)));
  }

  private Documentation documentation() {
    return new Documentation(word("element"), null);
  }

  /** Codes that stand near each other are often of one family of policies. */
  private String near(int few) {
    return chance(12)
        ? pick(List.of("5043", "504310", "99213", "00100"))
        : codes.get((few + random.nextInt(4) * random.nextInt(4)) % codes.size());
  }

  private String unknownCode() {
    return Integer.toString(80_000 + random.nextInt(3_000));
  }

  private ServiceDates oddDates() {
    LocalDate day = chance(6) ? LocalDate.of(pick(List.of(2016, 2019)), 1, 1) : DAY;
    LocalDate from = chance(5) ? day.minusDays(1) : day;
    return new ServiceDates(from, chance(10) ? from.plusDays(1) : from);
  }

  private PlaceOfService place() {
    return new PlaceOfService(pick(List.of("11", "21", "22", "23")));
  }

  private String word(String list) {
    return pick(List.copyOf(release.vocabulary().words(list)));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static <T> List<T> many(int count, IntFunction<T> member) {
    List<T> members = new ArrayList<>(count);
    for (int at = 0; at < count; at++) {
      members.add(member.apply(at));
    }
    return members;
  }
}
