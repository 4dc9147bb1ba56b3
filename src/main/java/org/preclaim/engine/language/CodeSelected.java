package org.preclaim.engine.language;

import java.util.List;
import org.preclaim.encounter.HcpcsCode;

/**
 * A row's answer to which code reports a performed procedure.
 *
 * @param code the code
 * @param performed what it reports
 * @param insteadOf codes that contradict the facts where they are reported for the same work
 * @param sided whether the code takes LT, RT or 50
 */
public record CodeSelected(String code, Performed performed, List<String> insteadOf, boolean sided)
    implements Statement {

  /** A code without sides that contradicts no other. */
  public static CodeSelected of(String code, Performed performed) {
    return new CodeSelected(HcpcsCode.of(code).value(), performed, List.of(), false);
  }

  /** The same; a line with one of these comma-separated codes for this work is wrong. */
  public CodeSelected insteadOf(String codes) {
    return new CodeSelected(code, performed, Lists.split(codes), sided);
  }

  /** The same; {@code sided} says that the code takes side modifiers, any other word that not. */
  public CodeSelected sides(String word) {
    return new CodeSelected(code, performed, insteadOf, word.equals("sided"));
  }

  /**
   * Whether both sides go on two lines, RT and LT: the code takes sides, both were done, and the
   * payer wants them so.
   */
  public boolean onTwoLines() {
    return sided && performed.statedSide() == Side.BOTH && performed.bothSides().equals("RT-LT");
  }

  /**
   * Whether {@code other} selects the same code for the same work and says more about its side; a
   * study of the kidney and one of its ureter are one service.
   */
  public boolean partOf(CodeSelected other) {
    return code.equals(other.code)
        && performed.sameDay(other.performed)
        && performed.statedSide().lessThan(other.performed.statedSide());
  }

  /** Whether {@code line} reports this code for this work. */
  public boolean reportedBy(BilledLine line) {
    return line.code().equals(code) && performed.mayBe(line);
  }

  /** Whether {@code line} reports a code for this work that contradicts the facts. */
  public boolean contradictedBy(BilledLine line) {
    return insteadOf.contains(line.code()) && performed.mayBe(line);
  }

  @Override
  public String inWords() {
    return performed + " is reported with " + code;
  }
}
