package org.preclaim.engine.language;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.preclaim.reference.PtpEdit;
import org.preclaim.reference.Vintage;

/**
 * An NCCI procedure-to-procedure edit that two lines of one day and provider meet.
 *
 * @param column1 the line that is paid
 * @param column2 the line that is denied
 * @param day the first day on which both lines meet the edit
 * @param edit the row of the table
 * @param vintage the table's release
 */
public record PublishedPair(
    BilledLine column1, BilledLine column2, LocalDate day, PtpEdit edit, Vintage vintage)
    implements Published {

  /** Modifiers that speak of evaluation and management. */
  private static final Set<String> VISIT = Set.of("24", "25", "57");

  @Override
  public LocalDate day() {
    column2.read();
    return day;
  }

  /** The modifier indicator: 0 no modifier lifts the edit, 1 an NCCI-associated one does. */
  public int indicator() {
    column2.read();
    return edit.indicator();
  }

  /** Whether both lines state one and the same side. */
  public boolean oneSide() {
    return column1.statedSide() == column2.statedSide() && column1.statedSide().count() == 1;
  }

  /** Whether a line of both states a distinct service (59, XE, XS, XP, XU). */
  public boolean distinct() {
    return column1.distinct() || column2.distinct();
  }

  /**
   * Whether all that may lift the edit is 24, 25 or 57 on lines that are no evaluation and
   * management.
   */
  public boolean visitModifierAlone() {
    boolean none = column1.ncciModifiers().isEmpty() && column2.ncciModifiers().isEmpty();
    return !none && misplaced(column1) && misplaced(column2);
  }

  private static boolean misplaced(BilledLine line) {
    List<String> modifiers = line.ncciModifiers();
    return modifiers.isEmpty() || (VISIT.containsAll(modifiers) && !line.evaluationAndManagement());
  }

  @Override
  public String inWords() {
    LocalDate last = edit.deletion();
    return Published.file(vintage)
        + " pays "
        + edit.column1()
        + " and not "
        + edit.column2()
        + " (since "
        + edit.effective()
        + (last == null ? "" : ", until " + last)
        + ", modifier indicator "
        + edit.indicator()
        + ", "
        + edit.rationale()
        + ")";
  }
}
