package org.preclaim.engine.language;

import java.util.List;

/**
 * A row's statement that a line's procedure is done on a side, and how both sides may be reported.
 *
 * @param line the line
 * @param oneLineOnly whether two lines, RT and LT, exceed the units a payer allows in a day
 * @param kinds the kinds of performed procedure that the code reports
 */
public record SidedCode(BilledLine line, boolean oneLineOnly, List<String> kinds)
    implements Statement {

  /** {@code one line} says that both sides fit on one line only; any other word that not. */
  public static SidedCode of(BilledLine line, String form) {
    return new SidedCode(line, form.equals("one line"), List.of());
  }

  /** The same for these comma-separated kinds of performed procedure. */
  public SidedCode kinds(String words) {
    return new SidedCode(line, oneLineOnly, Lists.split(words));
  }

  /** Whether the record states more sides of this work than the line: one to none, two to one. */
  public boolean sideMissing(Performed performed) {
    return kinds.contains(performed.kind())
        && performed.mayBe(line)
        && line.statedSide().lessThan(performed.statedSide());
  }

  @Override
  public String inWords() {
    return line + " is done on a side";
  }
}
