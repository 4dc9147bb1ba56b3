package org.preclaim.table.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds which entries of two workbooks are the same thing. */
final class Pairs {

  private static final int NONE = -1;

  private final List<Located> before;
  private final List<Located> after;
  private final int[] partnerOfOld;
  private final int[] partnerOfNew;

  /** An entry before, after or both. */
  record Pair(@Nullable Located before, @Nullable Located after) {}

  Pairs(List<Located> before, List<Located> after) {
    this.before = before;
    this.after = after;
    this.partnerOfOld = nobody(before.size());
    this.partnerOfNew = nobody(after.size());
  }

  private static int[] nobody(int size) {
    int[] partners = new int[size];
    Arrays.fill(partners, NONE);
    return partners;
  }

  /** Those without a partner become partners where they share a name: the first with the first. */
  Pairs by(Function<Located, String> name) {
    Map<String, Deque<Integer>> waiting = new HashMap<>();
    for (int index = 0; index < after.size(); index++) {
      if (partnerOfNew[index] == NONE) {
        waiting
            .computeIfAbsent(name.apply(after.get(index)), each -> new ArrayDeque<>())
            .add(index);
      }
    }
    for (int index = 0; index < before.size(); index++) {
      Deque<Integer> found =
          partnerOfOld[index] == NONE ? waiting.get(name.apply(before.get(index))) : null;
      Integer partner = found == null ? null : found.poll();
      if (partner != null) {
        partnerOfOld[index] = partner;
        partnerOfNew[partner] = index;
      }
    }
    return this;
  }

  /** In the order of the new side; what is gone stands before what stood behind it. */
  List<Pair> inOrder() {
    List<Pair> pairs = new ArrayList<>();
    int told = 0;
    for (int index = 0; index < after.size(); index++) {
      int partner = partnerOfNew[index];
      told = tellGone(told, partner, pairs);
      pairs.add(new Pair(partner == NONE ? null : before.get(partner), after.get(index)));
    }
    tellGone(told, before.size(), pairs);
    return pairs;
  }

  private int tellGone(int from, int to, List<Pair> pairs) {
    for (int index = from; index < to; index++) {
      if (partnerOfOld[index] == NONE) {
        pairs.add(new Pair(before.get(index), null));
      }
    }
    return Math.max(from, to);
  }

  /** Of the new entries with a partner, the places of their partners. */
  List<Integer> order() {
    return Arrays.stream(partnerOfNew).filter(partner -> partner != NONE).boxed().toList();
  }
}
