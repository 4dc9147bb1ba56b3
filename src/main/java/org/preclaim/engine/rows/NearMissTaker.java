package org.preclaim.engine.rows;

/** Takes what is found out about rows that do not fire. */
public interface NearMissTaker {

  /** The cell alone holds its row back. */
  void heldBackBy(RowCell cell);

  /** The facts make more combinations than are looked at: cells of the row may be missing. */
  void leftOff(String row);
}
