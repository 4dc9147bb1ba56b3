package org.preclaim.engine.language;

import org.preclaim.reference.HcpcsTable.Standing;
import org.preclaim.reference.Vintage;

/**
 * A line with a Level II code that the HCPCS file does not have for its day.
 *
 * @param line the line
 * @param standing what the code is on the line's day
 * @param vintage the release of the file
 */
public record CodeStanding(BilledLine line, Standing standing, Vintage vintage)
    implements Published {

  /** Whether the code is valid on other days. */
  public boolean outOfDate() {
    line.read();
    return standing == Standing.OUT_OF_DATE;
  }

  /** Whether the file does not have the code. */
  public boolean unknown() {
    line.read();
    return standing == Standing.UNKNOWN;
  }

  @Override
  public String inWords() {
    return Published.file(vintage)
        + switch (standing) {
          case VALID -> " has " + line.code() + " as valid on ";
          case OUT_OF_DATE -> " has " + line.code() + " for other days than ";
          case UNKNOWN -> " does not have " + line.code() + " on ";
        }
        + line.serviceDate();
  }
}
