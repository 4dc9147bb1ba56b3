package org.preclaim.benchmark.peers;

import org.preclaim.benchmark.GeneratedRow;

/** A row of one line as a Java condition, for engines that take one. */
final class SingleRow {

  private SingleRow() {}

  static boolean fits(GeneratedRow.Single row, LineFact line) {
    return line.getCode().equals(row.code())
        && line.getAge() >= row.ageMin()
        && line.getAge() <= row.ageMax()
        && line.lacks(row.modifierAbsent())
        && line.pointsToAny(row.diagnoses());
  }
}
