package org.preclaim.journal.chain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Patient;

/**
 * The facts of an encounter and its request that may tell who the patient is. They enter the chain
 * by a salted commitment only, so that they can be erased without breaking it.
 *
 * @param encounterId the caller's name for the encounter
 * @param patientKey the patient's pseudonym
 * @param birthDate absent where it was not sent
 * @param documentation what the record says in free text, by index in the encounter's list
 * @param request how the caller identified the request; absent where it did not
 */
public record PersonalFacts(
    String encounterId,
    String patientKey,
    @Nullable LocalDate birthDate,
    SortedMap<Integer, String> documentation,
    @Nullable Request request) {

  /** What stands in an encounter for what was taken out of it. */
  public static final String WITHHELD = "withheld";

  /** Copies the map. */
  public PersonalFacts {
    documentation = Collections.unmodifiableSortedMap(new TreeMap<>(documentation));
  }

  /**
   * How a caller marks requests that are the same.
   *
   * @param idempotencyKey the caller's text
   * @param body salted digest of the request's body
   */
  public record Request(String idempotencyKey, Hash body) {}

  /** Those of {@code encounter}. */
  public static PersonalFacts of(Encounter encounter, @Nullable Request request) {
    SortedMap<Integer, String> values = new TreeMap<>();
    List<Documentation> record =
        encounter.documentation() == null ? List.of() : encounter.documentation();
    for (int index = 0; index < record.size(); index++) {
      String value = record.get(index).value();
      if (value != null) {
        values.put(index, value);
      }
    }
    Patient patient = encounter.patient();
    return new PersonalFacts(encounter.id(), patient.key(), patient.birthDate(), values, request);
  }

  /** {@code encounter} without its personal facts. */
  public static Encounter withoutThem(Encounter encounter) {
    PersonalFacts none =
        new PersonalFacts(WITHHELD, WITHHELD, null, Collections.emptySortedMap(), null);
    return none.in(encounter);
  }

  /** {@code encounter} with these personal facts in place of its own. */
  public Encounter in(Encounter encounter) {
    return new Encounter(
        encounterId,
        encounter.setting(),
        encounter.payer(),
        encounter.placeOfService(),
        new Patient(patientKey, birthDate, encounter.patient().sex()),
        encounter.billingProvider(),
        encounter.diagnoses(),
        encounter.lines(),
        encounter.procedures(),
        documented(encounter.documentation()),
        encounter.history());
  }

  private @Nullable List<Documentation> documented(@Nullable List<Documentation> record) {
    if (record == null) {
      return null;
    }
    List<Documentation> documented = new ArrayList<>();
    for (int index = 0; index < record.size(); index++) {
      documented.add(new Documentation(record.get(index).element(), documentation.get(index)));
    }
    return documented;
  }
}
