package org.preclaim.engine.language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.PayerProfile;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.engine.budget.Budget;

/**
 * A service line together with the encounter it stands in: the fact that most policies match. Where
 * something was not sent its text is empty, so that a condition on it does not hold.
 */
public final class BilledLine {

  /** Modifiers that state a distinct service: 59 and its four subsets. */
  private static final Set<String> DISTINCT = Set.of("59", "XE", "XS", "XP", "XU");

  /** Modifiers that state a service was done again, on purpose. */
  private static final Set<String> REPEATED = Set.of("76", "77", "91");

  private static final int NOT_YET = Integer.MIN_VALUE;

  private final Budget budget;
  private final Encounter encounter;
  private final ServiceLine line;
  private final PayerProfile payerProfile;
  private final List<String> modifiers;
  private final Side side;
  private final boolean distinct;
  private final boolean repeated;

  // Found when first asked for: most lines of an encounter concern few policies.
  private @Nullable List<Icd10Code> diagnoses;
  private @Nullable String words;
  private int age = NOT_YET;

  BilledLine(Encounter encounter, ServiceLine line, PayerProfile payerProfile, Budget budget) {
    this.budget = budget;
    this.encounter = encounter;
    this.line = line;
    this.payerProfile = payerProfile;
    this.modifiers = values(line.modifiers());
    this.side = Side.ofModifiers(modifiers);
    this.distinct = !modifiers.isEmpty() && !Collections.disjoint(modifiers, DISTINCT);
    this.repeated = !modifiers.isEmpty() && !Collections.disjoint(modifiers, REPEATED);
  }

  private static List<String> values(List<Modifier> modifiers) {
    if (modifiers.isEmpty()) {
      return List.of();
    }
    String[] values = new String[modifiers.size()];
    for (int index = 0; index < values.length; index++) {
      values[index] = modifiers.get(index).value();
    }
    return List.of(values);
  }

  private List<Icd10Code> diagnoses() {
    List<Icd10Code> known = diagnoses;
    if (known == null) {
      known = new ArrayList<>(line.diagnosisPointers().size());
      List<Diagnosis> sent = encounter.diagnoses();
      for (Diagnosis diagnosis : sent == null ? List.<Diagnosis>of() : sent) {
        if (line.diagnosisPointers().contains(diagnosis.sequence())) {
          known.add(diagnosis.code());
        }
      }
      diagnoses = known;
    }
    return known;
  }

  /** The line's number on the claim. */
  public int number() {
    budget.charge();
    return line.number();
  }

  /** The procedure code. */
  public String code() {
    budget.charge();
    return line.code().value();
  }

  /** Whether the code has the shape of a CPT or HCPCS Level II code. */
  public boolean wellFormed() {
    budget.charge();
    return line.code().isWellFormed();
  }

  /** The (first) day of service; picks the rows in effect. */
  public LocalDate serviceDate() {
    budget.charge();
    return line.dates().from();
  }

  /** Units as reported. */
  public BigDecimal units() {
    budget.charge();
    return line.units();
  }

  /** Modifiers in reported order. */
  public List<String> modifiers() {
    budget.charge();
    return modifiers;
  }

  /** Whether the line carries {@code modifier}. */
  public boolean hasModifier(String modifier) {
    budget.charge();
    return modifiers.contains(modifier);
  }

  /** The side that the modifiers state: {@code left}, {@code right}, {@code bilateral} or empty. */
  public String side() {
    budget.charge();
    return side.word();
  }

  /** How many sides the line states: a line with 50 and two units states four. */
  public int sidesStated() {
    budget.charge();
    return side == Side.NONE ? 0 : side.count() * Math.max(1, units().intValue());
  }

  /** The line's place of service, else the encounter's, else empty. */
  public String placeOfService() {
    budget.charge();
    PlaceOfService place = line.placeOfService();
    PlaceOfService known = place != null ? place : encounter.placeOfService();
    return known == null ? "" : known.value();
  }

  /** {@code practitioner}, {@code outpatient-hospital} or {@code dme-supplier}. */
  public String setting() {
    budget.charge();
    return encounter.setting().word();
  }

  /** The payer's word, or empty. */
  public String payer() {
    budget.charge();
    return Objects.requireNonNullElse(encounter.payer(), "");
  }

  /** How this payer wants both sides reported: {@code 50} or {@code RT-LT}. */
  public String bothSides() {
    budget.charge();
    return payerProfile.bothSides().word();
  }

  /** The patient's age in whole years on the day of service, or -1 where it is not known. */
  public int age() {
    budget.charge();
    int known = age;
    if (known == NOT_YET) {
      LocalDate born = encounter.patient().birthDate();
      known = born == null ? -1 : Period.between(born, serviceDate()).getYears();
      age = known;
    }
    return known;
  }

  /** Whether a modifier states a distinct service (59, XE, XS, XP, XU). */
  public boolean distinct() {
    budget.charge();
    return distinct;
  }

  /** Whether a modifier states that the service was done again on purpose (76, 77, 91). */
  public boolean repeated() {
    budget.charge();
    return repeated;
  }

  /** Whether a diagnosis that the line points to is {@code prefix} or below it. */
  public boolean pointsTo(String prefix) {
    budget.charge();
    String undotted = prefix.indexOf('.') < 0 ? prefix : prefix.replace(".", "");
    for (Icd10Code diagnosis : diagnoses()) {
      if (diagnosis.startsWith(undotted)) {
        return true;
      }
    }
    return false;
  }

  /** Those of the comma-separated documentation {@code elements} that the record does not state. */
  public List<String> undocumented(String elements) {
    budget.charge();
    List<String> missing = new ArrayList<>(0);
    Lists.forEach(
        elements,
        element -> {
          if (!documented(element)) {
            missing.add(element);
          }
        });
    return List.copyOf(missing);
  }

  private boolean documented(String element) {
    List<Documentation> sent = encounter.documentation();
    if (sent != null) {
      for (Documentation documentation : sent) {
        if (documentation.element().equals(element)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether another line reports {@code otherCode} on the same day by the same provider. */
  public boolean alsoReported(String otherCode) {
    budget.charge();
    for (ServiceLine other : encounter.lines()) {
      if (other.code().value().equals(otherCode)
          && other.number() != line.number()
          && other.dates().overlap(line.dates())
          && Objects.equals(providerOf(other), providerOf(line))) {
        return true;
      }
    }
    return false;
  }

  /** Whether both lines are different lines of one day by one provider. */
  public boolean sameDay(BilledLine other) {
    budget.charge();
    return number() != other.number()
        && line.dates().overlap(other.line.dates())
        && Objects.equals(providerOf(line), providerOf(other.line));
  }

  /**
   * Whether both lines stand for work at one place in one session, so that a payer pays only one of
   * them: same day, same provider, not opposite sides, and neither states a distinct service.
   */
  public boolean together(BilledLine other) {
    budget.charge();
    return sameDay(other) && side.meets(other.side) && !distinct && !other.distinct;
  }

  /** Whether this line says again what {@code first} says, without a modifier that explains it. */
  public boolean repeats(BilledLine first) {
    budget.charge();
    return code().equals(first.code())
        && line.dates().equals(first.line.dates())
        && new HashSet<>(modifiers).equals(new HashSet<>(first.modifiers))
        && sameDay(first)
        && !distinct
        && !repeated;
  }

  /** The charge, where one was sent. */
  public @Nullable Money charge() {
    budget.charge();
    return line.charge();
  }

  /** The line as it was sent. */
  public ServiceLine line() {
    budget.charge();
    return line;
  }

  private @Nullable Provider providerOf(ServiceLine of) {
    Provider rendering = of.renderingProvider();
    return rendering != null ? rendering : encounter.billingProvider();
  }

  Side statedSide() {
    return side;
  }

  /** For instance {@code line 2 (50706-59)}. */
  @Override
  public String toString() {
    String known = words;
    if (known == null) {
      String codeAndModifiers =
          modifiers.isEmpty() ? code() : code() + "-" + String.join("-", modifiers);
      known = "line " + number() + " (" + codeAndModifiers + ")";
      words = known;
    }
    return known;
  }
}
