package org.preclaim.engine.language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.preclaim.reference.MueEdit;
import org.preclaim.reference.Vintage;

/**
 * A medically unlikely edit and the units it is compared with: those of one line where the edit is
 * judged by line, else those of all lines of the code on one day by one provider.
 *
 * @param lines the lines
 * @param day the day that is looked at
 * @param units what the lines report for that day
 * @param edit the row of the table
 * @param vintage the table's release
 */
public record PublishedUnits(
    List<BilledLine> lines, LocalDate day, BigDecimal units, MueEdit edit, Vintage vintage)
    implements Published {

  /** Copies the list, which is not empty. */
  public PublishedUnits {
    lines = List.copyOf(lines);
  }

  @Override
  public BigDecimal units() {
    lines.get(0).read();
    return units;
  }

  /** The MUE adjudication indicator: 1 by line, 2 and 3 by day. */
  public int adjudication() {
    lines.get(0).read();
    return edit.adjudication();
  }

  /** The most units that are plausible; 0 where the code is not payable in the setting. */
  public int limit() {
    lines.get(0).read();
    return edit.units();
  }

  /** Whether the units are more than the limit. */
  public boolean exceeded() {
    return units().compareTo(BigDecimal.valueOf(limit())) > 0;
  }

  /** Whether the lines state opposite sides, each on its own, where one line could state both. */
  public boolean sidesApart() {
    return lines.stream().anyMatch(line -> line.statedSide() == Side.LEFT)
        && lines.stream().anyMatch(line -> line.statedSide() == Side.RIGHT);
  }

  @Override
  public String inWords() {
    return Published.file(vintage)
        + " allows "
        + edit.units()
        + " of "
        + edit.code()
        + (edit.adjudication() == 1 ? " on a line" : " a day")
        + " (adjudication indicator "
        + edit.adjudication()
        + ", "
        + edit.rationale()
        + "), reported are "
        + units.stripTrailingZeros().toPlainString()
        + " on "
        + day;
  }
}
