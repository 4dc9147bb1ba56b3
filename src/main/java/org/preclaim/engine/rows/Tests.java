package org.preclaim.engine.rows;

import org.drools.model.SingleConstraint;
import org.drools.model.functions.IntrospectableLambda;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.functions.Predicate3;
import org.drools.model.functions.PredicateN;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.rows.ShapeRule.Step;

/** Compiled constraints, asked about the variables of a frame. */
final class Tests {

  private Tests() {}

  /**
   * A test of one constraint.
   *
   * @param slots where its variables stand in the frame
   */
  static Step of(SingleConstraint constraint, int[] slots) {
    return switch (slots.length) {
      case 1 -> {
        Predicate1<@Nullable Object> predicate = one(constraint);
        int first = slots[0];
        yield frame -> predicate.test(frame[first]);
      }
      case 2 -> {
        Predicate2<@Nullable Object, @Nullable Object> predicate = two(constraint);
        int first = slots[0];
        int second = slots[1];
        yield frame -> predicate.test(frame[first], frame[second]);
      }
      case 3 -> {
        Predicate3<@Nullable Object, @Nullable Object, @Nullable Object> predicate =
            three(constraint);
        int first = slots[0];
        int second = slots[1];
        int third = slots[2];
        yield frame -> predicate.test(frame[first], frame[second], frame[third]);
      }
      default -> {
        PredicateN predicate = constraint.getPredicate();
        yield frame -> predicate.test(values(frame, slots));
      }
    };
  }

  // The model erases the types of its variables; the rule compiler has checked them.

  @SuppressWarnings("unchecked")
  private static Predicate1<@Nullable Object> one(SingleConstraint constraint) {
    return (Predicate1<@Nullable Object>) bare(constraint.getPredicate1());
  }

  @SuppressWarnings("unchecked")
  private static Predicate2<@Nullable Object, @Nullable Object> two(SingleConstraint constraint) {
    return (Predicate2<@Nullable Object, @Nullable Object>) bare(constraint.getPredicate2());
  }

  @SuppressWarnings("unchecked")
  private static Predicate3<@Nullable Object, @Nullable Object, @Nullable Object> three(
      SingleConstraint constraint) {
    return (Predicate3<@Nullable Object, @Nullable Object, @Nullable Object>)
        bare(constraint.getPredicate3());
  }

  /** What Drools generated, without the wrapper that knows its fingerprint. */
  private static Object bare(Object predicate) {
    return predicate instanceof IntrospectableLambda wrapper ? wrapper.getLambda() : predicate;
  }

  /** The values of these variables. */
  static @Nullable Object[] values(@Nullable Object[] frame, int[] slots) {
    @Nullable Object[] values = new Object[slots.length];
    for (int index = 0; index < slots.length; index++) {
      values[index] = frame[slots[index]];
    }
    return values;
  }

  /** Whether all pass. */
  static boolean all(Step[] tests, @Nullable Object[] frame) throws Exception {
    for (Step test : tests) {
      if (!test.passes(frame)) {
        return false;
      }
    }
    return true;
  }

  /** Whether one passes. */
  static boolean any(Step[] tests, @Nullable Object[] frame) throws Exception {
    for (Step test : tests) {
      if (test.passes(frame)) {
        return true;
      }
    }
    return false;
  }

  /** Whether all pass with one of {@code facts} in the slot {@code own}. */
  static boolean some(Step[] tests, @Nullable Object[] frame, int own, Iterable<?> facts)
      throws Exception {
    for (Object fact : facts) {
      frame[own] = fact;
      if (all(tests, frame)) {
        return true;
      }
    }
    return false;
  }
}
