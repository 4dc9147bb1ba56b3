package org.preclaim.encounter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the policies may know about one encounter. A list that is {@code null} was not sent,
 * which is not the same as an empty one: policies that need it answer that they have no data.
 *
 * @param id the caller's name for it, for instance the claim number
 * @param setting who bills
 * @param payer the payer's word in the payer profiles
 * @param placeOfService the place of all lines that have none of their own
 * @param patient the patient
 * @param billingProvider who bills
 * @param diagnoses by sequence
 * @param lines reported services, possibly none where only {@code procedures} were sent
 * @param procedures what was performed
 * @param documentation what the record states
 * @param history earlier services of the patient
 */
public record Encounter(
    String id,
    Setting setting,
    @Nullable String payer,
    @Nullable PlaceOfService placeOfService,
    Patient patient,
    @Nullable Provider billingProvider,
    @Nullable List<Diagnosis> diagnoses,
    List<ServiceLine> lines,
    @Nullable List<PerformedProcedure> procedures,
    @Nullable List<Documentation> documentation,
    @Nullable List<PriorService> history) {

  /** Copies the lists. */
  public Encounter {
    diagnoses = diagnoses == null ? null : List.copyOf(diagnoses);
    lines = List.copyOf(lines);
    procedures = procedures == null ? null : List.copyOf(procedures);
    documentation = documentation == null ? null : List.copyOf(documentation);
    history = history == null ? null : List.copyOf(history);
  }
}
