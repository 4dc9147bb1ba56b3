package org.preclaim.engine.language;

import java.time.LocalDate;
import java.util.List;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.reference.DiagnosisTable.Standing;
import org.preclaim.reference.Vintage;

/**
 * A diagnosis that the ICD-10-CM file does not have as a code to report on a day.
 *
 * @param diagnosis the diagnosis
 * @param day the day of the lines
 * @param lines the lines of the day that point to it; all lines of the day where none does
 * @param standing what the code is on the day
 * @param vintage the release of the code file
 */
public record DiagnosisStanding(
    Diagnosis diagnosis, LocalDate day, List<BilledLine> lines, Standing standing, Vintage vintage)
    implements Published {

  /** Copies the list, which is not empty. */
  public DiagnosisStanding {
    lines = List.copyOf(lines);
  }

  /** The diagnosis code, with its dot. */
  public String code() {
    lines.get(0).read();
    return diagnosis.code().toString();
  }

  /** Whether the code is a category that needs more characters. */
  public boolean header() {
    lines.get(0).read();
    return standing == Standing.HEADER;
  }

  /** Whether the code is valid on other days. */
  public boolean outOfDate() {
    lines.get(0).read();
    return standing == Standing.OUT_OF_DATE;
  }

  /** Whether the file does not have the code. */
  public boolean unknown() {
    lines.get(0).read();
    return standing == Standing.UNKNOWN;
  }

  @Override
  public String inWords() {
    return Published.file(vintage)
        + switch (standing) {
          case VALID -> " has " + diagnosis.code() + " as valid on ";
          case HEADER -> " divides " + diagnosis.code() + " into longer codes on ";
          case OUT_OF_DATE -> " has " + diagnosis.code() + " for other days than ";
          case UNKNOWN -> " does not have " + diagnosis.code() + " on ";
        }
        + day;
  }
}
