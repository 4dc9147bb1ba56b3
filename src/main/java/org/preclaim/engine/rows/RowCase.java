package org.preclaim.engine.rows;

import java.util.List;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.DeniedLine;
import org.preclaim.engine.language.Performed;

/**
 * A row together with the facts that its positive patterns would bind: what the rule of its shape
 * judges. Public for the compiled rules only.
 */
public final class RowCase {

  private final Row row;
  private final Object[] facts;
  private final Surroundings surroundings;

  RowCase(Row row, Object[] facts, Surroundings surroundings) {
    this.row = row;
    this.facts = facts;
    this.surroundings = surroundings;
  }

  /** The row. */
  public Row row() {
    return row;
  }

  /** The facts bound, in the order of the row's patterns. */
  public List<Object> facts() {
    return List.of(facts);
  }

  /** The first pattern's line. */
  public BilledLine line1() {
    return (BilledLine) facts[0];
  }

  /** The second pattern's line. */
  public BilledLine line2() {
    return (BilledLine) facts[1];
  }

  /** The third pattern's line. */
  public BilledLine line3() {
    return (BilledLine) facts[2];
  }

  /** The first pattern's procedure. */
  public Performed procedure1() {
    return (Performed) facts[0];
  }

  /** The second pattern's procedure. */
  public Performed procedure2() {
    return (Performed) facts[1];
  }

  /** The third pattern's procedure. */
  public Performed procedure3() {
    return (Performed) facts[2];
  }

  /** The first pattern's denied line. */
  public DeniedLine denied1() {
    return (DeniedLine) facts[0];
  }

  /** The second pattern's denied line. */
  public DeniedLine denied2() {
    return (DeniedLine) facts[1];
  }

  /** The third pattern's denied line. */
  public DeniedLine denied3() {
    return (DeniedLine) facts[2];
  }

  /** All lines, for patterns that ask whether there is one. */
  public List<BilledLine> lines() {
    return surroundings.lines();
  }

  /** All procedures, for patterns that ask whether there is one. */
  public List<Performed> procedures() {
    return surroundings.procedures();
  }

  /** All lines that other families deny, for patterns that ask whether there is one. */
  public List<DeniedLine> denials() {
    return surroundings.denials();
  }

  /** The row and its facts, in words for the trace. */
  @Override
  public String toString() {
    return row + " " + facts();
  }
}
