package org.preclaim.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.encounter.Encounter;
import org.preclaim.journal.chain.JournalFault;

/** A decision that is being made, or is on its way into the journal. */
public final class PendingDecision {

  private final Encounter encounter;
  private final CompletableFuture<IssuedDecision> recorded;

  private PendingDecision(Encounter encounter, CompletableFuture<IssuedDecision> recorded) {
    this.encounter = encounter;
    this.recorded = recorded;
  }

  /**
   * A decision about {@code encounter}.
   *
   * @param recorded gives it once the journal has it
   */
  static PendingDecision of(Encounter encounter, CompletableFuture<IssuedDecision> recorded) {
    return new PendingDecision(encounter, recorded);
  }

  /** What was decided about; it may be told before the decision may. */
  public Encounter encounter() {
    return encounter;
  }

  /**
   * The decision, once it is recorded.
   *
   * @throws JournalFault where it could not be recorded: then nobody may be told
   */
  public IssuedDecision await() {
    return await(recorded);
  }

  /** What {@code future} gives; throws the exception that it failed with. */
  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
