package org.preclaim.engine.language;

import java.util.List;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.reference.AgeEdits.Ages;
import org.preclaim.reference.Vintage;

/**
 * A diagnosis that goes with certain ages only, and the lines of one day that rest on it.
 *
 * @param diagnosis the diagnosis
 * @param lines the lines of the day that point to it; all lines of the day where none does
 * @param age the patient's age in whole years on that day
 * @param ages the ages that the diagnosis goes with
 * @param vintage the release of the age flags
 */
public record DiagnosisAges(
    Diagnosis diagnosis, List<BilledLine> lines, int age, Ages ages, Vintage vintage)
    implements Published {

  /** Copies the list, which is not empty. */
  public DiagnosisAges {
    lines = List.copyOf(lines);
  }

  /** The diagnosis code, with its dot. */
  public String code() {
    lines.get(0).read();
    return diagnosis.code().toString();
  }

  /** {@code practitioner}, {@code outpatient-hospital} or {@code dme-supplier}. */
  public String setting() {
    return lines.get(0).setting();
  }

  /** Whether the patient's age is none of these. */
  public boolean conflict() {
    lines.get(0).read();
    return age < ages.from() || age > ages.to();
  }

  @Override
  public String inWords() {
    return Published.file(vintage)
        + " flags "
        + diagnosis.code()
        + " as "
        + ages.name()
        + ": "
        + ages.from()
        + " to "
        + ages.to()
        + " years, the patient is "
        + age;
  }
}
