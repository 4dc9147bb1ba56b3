package org.preclaim.engine.language;

import org.preclaim.reference.FeeScheduleEntry;
import org.preclaim.reference.Vintage;

/**
 * A practitioner's line and its entry in the Medicare physician fee schedule: the one of its
 * component (26, TC, 53) where there is one, else the one of the whole service.
 *
 * @param line the line
 * @param entry its indicators
 * @param vintage the release of the schedule
 */
public record FeeScheduleLine(BilledLine line, FeeScheduleEntry entry, Vintage vintage)
    implements Published {

  /** The status code, for instance {@code A}. */
  public String status() {
    line.read();
    return entry.status();
  }

  /** The professional and technical component indicator. */
  public int components() {
    line.read();
    return entry.pcTc();
  }

  /** The bilateral indicator. */
  public int bilateral() {
    line.read();
    return entry.bilateral();
  }

  /** The assistant surgeon indicator. */
  public int assistant() {
    line.read();
    return entry.assistant();
  }

  /** The co-surgeon indicator. */
  public int coSurgeon() {
    line.read();
    return entry.coSurgeon();
  }

  /** The team surgeon indicator. */
  public int team() {
    line.read();
    return entry.team();
  }

  /** Whether the line says that its surgeon assisted: 80, 81, 82 or AS. */
  public boolean byAssistant() {
    return line.hasModifier("80")
        || line.hasModifier("81")
        || line.hasModifier("82")
        || line.hasModifier("AS");
  }

  @Override
  public String inWords() {
    return Published.file(vintage)
        + " has "
        + entry.code()
        + (entry.modifier().isEmpty() ? "" : "-" + entry.modifier())
        + " with status "
        + entry.status()
        + ", PC/TC "
        + entry.pcTc()
        + ", global "
        + entry.globalDays()
        + ", bilateral "
        + entry.bilateral()
        + ", assistant "
        + entry.assistant()
        + ", co-surgeon "
        + entry.coSurgeon()
        + ", team "
        + entry.team();
  }
}
