package org.preclaim.intake.x12;

import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Problem;

/** A transaction set that was refused by name when it began: what is inside is passed over. */
final class UnreadTransaction implements TransactionReader {

  @Override
  public void read(Segment segment) {}

  @Override
  public void damaged(Problem problem, int further) {}

  @Override
  public void end(@Nullable Problem cutOff) {}
}
