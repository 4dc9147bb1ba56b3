package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.rows.ShapeRule.Step;

/**
 * The conditions of a shape's rule one by one, each asked whatever the others say. Judging a row
 * stops at the first that fails; this tells all that fail.
 */
final class Conditions {

  private final Step[] bindings;
  private final Step[] own;
  private final Step[] asked;
  private final int frameSize;

  /**
   * @param bindings what the left side binds
   * @param own what stands between the commas of the pattern of the case
   * @param asked each {@code not} and {@code exists}
   * @param frameSize how many variables there are
   */
  Conditions(List<Step> bindings, List<Step> own, List<Step> asked, int frameSize) {
    this.bindings = bindings.toArray(Step[]::new);
    this.own = own.toArray(Step[]::new);
    this.asked = asked.toArray(Step[]::new);
    this.frameSize = frameSize;
  }

  /** Whether they are the conditions that {@code written} tells the columns of. */
  boolean match(Shape.Conditions written) {
    return own.length == written.own().size() && asked.length == written.asked().size();
  }

  /** Which fail: the constraints of the case's facts first, then what is asked of the others. */
  BitSet failing(RowCase judged) {
    @Nullable Object[] frame = new Object[frameSize];
    frame[0] = judged;
    for (Step binding : bindings) {
      passes(binding, frame);
    }
    BitSet failing = new BitSet(own.length + asked.length);
    List<Step> all = new ArrayList<>(List.of(own));
    all.addAll(List.of(asked));
    for (int index = 0; index < all.size(); index++) {
      failing.set(index, !passes(all.get(index), frame));
    }
    return failing;
  }

  /** A condition may rest on one before it that fails here, and then fails in its own way. */
  private static boolean passes(Step step, @Nullable Object[] frame) {
    try {
      return step.passes(frame);
    } catch (Exception restsOnAnother) {
      return false;
    }
  }
}
