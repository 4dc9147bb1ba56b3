package org.preclaim.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;
import org.preclaim.encounter.UnitBasis;
import org.preclaim.handwritten.HandWrittenTable;

/** Encounters of a given size in which about a given number of generated rows fire. */
public final class GeneratedEncounters {

  /**
   * What encounters look like.
   *
   * @param lines service lines
   * @param diagnoses diagnoses
   * @param hitsMin at least so many rows fire
   * @param hitsMax at most so many rows fire
   */
  public record Kind(String name, int lines, int diagnoses, int hitsMin, int hitsMax) {

    /** The four that are measured. */
    public static final List<Kind> ALL =
        List.of(
            new Kind("5x4 sparse", 5, 4, 1, 3),
            new Kind("5x4 dense", 5, 4, 16, 24),
            new Kind("30x12 sparse", 30, 12, 1, 3),
            new Kind("30x12 dense", 30, 12, 16, 24));

    /** All lines with codes drawn by the same law as those of the rows. */
    static final List<Kind> DRAWN =
        List.of(
            new Kind("5x4 drawn", 5, 4, 0, Integer.MAX_VALUE),
            new Kind("30x12 drawn", 30, 12, 0, Integer.MAX_VALUE));

    static final List<Kind> ALL_AND_DRAWN = Stream.of(ALL, DRAWN).flatMap(List::stream).toList();

    /** The one with this name. */
    static Kind named(String name) {
      return ALL_AND_DRAWN.stream().filter(kind -> kind.name.equals(name)).findAny().orElseThrow();
    }
  }

  private static final LocalDate DAY = LocalDate.of(2026, 3, 3);
  private static final int TRIES_MAX = 2_000_000;
  private static final String CODE_WITHOUT_ROWS = "00001";
  private static final List<String> MODIFIERS = List.of("25", "59", "26", "76");

  private final List<GeneratedRow> rows;
  private final Random random;

  private GeneratedEncounters(List<GeneratedRow> rows, long seed) {
    this.rows = rows;
    this.random = new Random(seed);
  }

  /** So many encounters of one kind. */
  public static List<Encounter> of(List<GeneratedRow> rows, Kind kind, int count, long seed) {
    GeneratedEncounters source = new GeneratedEncounters(rows, seed);
    HandWrittenTable table = new HandWrittenTable(rows);
    List<Encounter> fitting = new ArrayList<>(count);
    for (int attempt = 0; fitting.size() < count; attempt++) {
      if (attempt == TRIES_MAX) {
        throw new IllegalStateException(kind + " cannot be had from " + rows.size() + " rows");
      }
      Encounter drawn = source.encounter(kind);
      int hits = table.judge(drawn).size();
      if (hits >= kind.hitsMin && hits <= kind.hitsMax) {
        fitting.add(drawn);
      }
    }
    return List.copyOf(fitting);
  }

  private Encounter encounter(Kind kind) {
    // How many of the lines have rows at all differs between encounters; the fitting are kept.
    double share = Kind.DRAWN.contains(kind) ? 1 : random.nextDouble();
    List<Diagnosis> diagnoses = new ArrayList<>();
    for (int at = 0; at < kind.diagnoses; at++) {
      String category = GeneratedRows.diagnosis(random.nextInt(GeneratedRows.DIAGNOSES));
      diagnoses.add(new Diagnosis(at + 1, Icd10Code.of(category + random.nextInt(10))));
    }
    List<ServiceLine> lines = new ArrayList<>();
    for (int at = 0; at < kind.lines; at++) {
      lines.add(line(at + 1, random.nextDouble() < share, kind.diagnoses));
    }
    List<Documentation> documentation = new ArrayList<>();
    for (int at = 0; at < GeneratedRows.ELEMENTS - 2; at++) {
      documentation.add(new Documentation("element-" + at, null));
    }
    return new Encounter(
        "E-1",
        Setting.PRACTITIONER,
        "medicare",
        null,
        new Patient("p-1", DAY.minusYears(random.nextInt(80)).minusDays(40), Sex.FEMALE),
        new Provider(new Npi("1234567893")),
        diagnoses,
        lines,
        List.of(),
        documentation,
        List.of());
  }

  private ServiceLine line(int number, boolean withRows, int diagnoses) {
    String code = withRows ? rows.get(random.nextInt(rows.size())).code() : CODE_WITHOUT_ROWS;
    List<Modifier> modifiers =
        random.nextInt(3) == 0
            ? List.of(Modifier.of(MODIFIERS.get(random.nextInt(MODIFIERS.size()))))
            : List.of();
    int pointer = 1 + random.nextInt(diagnoses - 1);
    return new ServiceLine(
        number,
        HcpcsCode.of(code),
        modifiers,
        BigDecimal.ONE,
        UnitBasis.UNITS,
        ServiceDates.on(DAY),
        List.of(pointer, pointer + 1),
        new Money(new BigDecimal("100.00")),
        null,
        null);
  }
}
