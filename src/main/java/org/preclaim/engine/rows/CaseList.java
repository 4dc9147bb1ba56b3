package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.List;

/** Cases under collection, up to a number that no honest encounter reaches. */
final class CaseList {

  private final int most;
  private final List<RowCase> cases = new ArrayList<>();

  CaseList(int most) {
    this.most = most;
  }

  boolean isFull() {
    return cases.size() >= most;
  }

  void add(RowCase found) {
    cases.add(found);
  }

  List<RowCase> all() {
    return cases;
  }
}
