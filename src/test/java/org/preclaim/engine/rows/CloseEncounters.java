package org.preclaim.engine.rows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;
import org.preclaim.encounter.UnitBasis;

/** Encounters drawn from so few words that random rows often meet them. */
public final class CloseEncounters {

  static final List<String> CODES = List.of("50431", "50706", "50435", "74400", "99213", "A4351");
  static final List<String> MODIFIERS = List.of("LT", "RT", "50", "59", "26");
  static final List<String> DIAGNOSES = List.of("N13.5", "N13.0", "N39.0", "C64.1", "R31.9");
  static final List<String> KINDS = List.of("nephrostogram", "ureterogram", "tract-dilation");
  static final List<String> PLACES = List.of("11", "21", "22");
  static final List<String> UNITS = List.of("1", "1.0", "2", "0.5", "2.50", "3");
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);

  private final Random random;

  /** Encounters drawn from {@code seed}. */
  public CloseEncounters(long seed) {
    this.random = new Random(seed);
  }

  /** The next one. */
  public Encounter next() {
    List<Diagnosis> diagnoses = new ArrayList<>();
    int count = random.nextInt(4);
    for (int sequence = 1; sequence <= count; sequence++) {
      diagnoses.add(new Diagnosis(sequence, Icd10Code.of(pick(DIAGNOSES))));
    }
    return new Encounter(
        "E",
        pick(List.of(Setting.values())),
        random.nextBoolean() ? "medicare" : null,
        new PlaceOfService(pick(PLACES)),
        new Patient("p", random.nextInt(4) == 0 ? null : birthDate(), Sex.UNKNOWN),
        null,
        diagnoses,
        some(5, this::line),
        some(3, this::procedure),
        some(2, () -> new Documentation(pick(List.of("findings", "approach")), null)),
        null);
  }

  private LocalDate birthDate() {
    return FIRST_DAY.minusYears(random.nextInt(90)).minusDays(random.nextInt(20));
  }

  private ServiceLine line() {
    return new ServiceLine(
        random.nextInt(1000),
        new HcpcsCode(pick(CODES)),
        some(2, () -> new Modifier(pick(MODIFIERS))),
        new BigDecimal(pick(UNITS)),
        UnitBasis.UNITS,
        ServiceDates.on(day()),
        List.of(1, 2),
        null,
        random.nextInt(3) == 0 ? new PlaceOfService(pick(PLACES)) : null,
        null);
  }

  private PerformedProcedure procedure() {
    return new PerformedProcedure(
        pick(KINDS),
        pick(List.of("existing", "new")),
        null,
        some(2, () -> pick(List.of("incision", "biopsy"))),
        List.of(),
        pick(List.of("left", "right", "bilateral")),
        some(1, () -> "fluoroscopy"),
        ServiceDates.on(day()));
  }

  private LocalDate day() {
    return FIRST_DAY.plusDays(random.nextInt(4));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> List<T> some(int most, Supplier<T> member) {
    List<T> members = new ArrayList<>();
    int count = random.nextInt(most + 1);
    for (int index = 0; index < count; index++) {
      members.add(member.get());
    }
    return members;
  }
}
