package org.preclaim.engine.language;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.Vintage;

/**
 * A line that falls into the global period of a surgery by the same provider.
 *
 * @param line the line
 * @param ownDays the global days of the line's own code, empty where the schedule has none
 * @param surgery the code of the surgery
 * @param surgeryDay its day
 * @param globalDays {@code 000}, {@code 010} or {@code 090}
 * @param surgeryLine the surgery's line, where it is one of this encounter
 * @param vintage the release of the fee schedule that covers the surgery
 */
public record GlobalPeriod(
    BilledLine line,
    String ownDays,
    String surgery,
    LocalDate surgeryDay,
    String globalDays,
    @Nullable BilledLine surgeryLine,
    Vintage vintage)
    implements Published {

  /** Whether the surgery is major: its period begins the day before and ends 90 days after. */
  public boolean major() {
    line.read();
    return globalDays.equals("090");
  }

  /** Whether the line is a procedure with a global period of its own. */
  public boolean procedure() {
    line.read();
    return ownDays.equals("000") || ownDays.equals("010") || ownDays.equals("090");
  }

  /** Whether the line is later than the surgery. */
  public boolean after() {
    return line.serviceDate().isAfter(surgeryDay);
  }

  /** The line with the surgery in conflict, where the surgery is in this encounter. */
  public Flag flag(String severity) {
    Flag flag = Flag.of("global-period", severity, line).because(this);
    return surgeryLine == null ? flag : flag.with(surgeryLine);
  }

  @Override
  public String inWords() {
    long days = ChronoUnit.DAYS.between(surgeryDay, line.serviceDate());
    String when =
        days == 0 ? "the same day" : Math.abs(days) + (days > 0 ? " days after" : " day before");
    return Published.file(vintage)
        + " gives "
        + surgery
        + " of "
        + surgeryDay
        + (surgeryLine == null ? " (history)" : "")
        + " global days "
        + globalDays
        + ", line "
        + line.number()
        + " is "
        + when;
  }
}
