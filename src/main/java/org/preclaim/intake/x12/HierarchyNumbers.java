package org.preclaim.intake.x12;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.preclaim.problem.Problem;

/**
 * Checks that HL segments count up from 1 and name their parent. Which level an HL opens and what
 * it hangs at follows from its code and its place alone: senders that number wrongly still nest
 * rightly, and so the first wrong number of a transaction set is noticed and the claims are read.
 */
final class HierarchyNumbers {

  private final Map<String, String> openNumberByCode = new HashMap<>();
  private int count;
  private boolean noticed;

  Optional<Problem> check(Segment level) {
    count++;
    String code = Loop.qualifier(level);
    String parent = openNumberByCode.getOrDefault(parentOf(code), "");
    openNumberByCode.put(code, level.text(1));
    boolean right = level.text(1).equals(Integer.toString(count)) && level.text(2).equals(parent);
    if (right || noticed) {
      return Optional.empty();
    }
    noticed = true;
    return Optional.of(
        level.problem(
            X12Code.HL_NUMBER,
            1,
            parent.isEmpty()
                ? "expected level number `%d` without a parent; the order of the levels is used"
                    + " instead"
                : "expected level number `%d` with parent `%s`; the order of the levels is used"
                    + " instead",
            count,
            parent));
  }

  private static String parentOf(String code) {
    return code.equals("22") ? "20" : code.equals("23") ? "22" : "";
  }
}
