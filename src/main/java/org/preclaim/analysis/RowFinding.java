package org.preclaim.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Encounter;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/**
 * Something about rows of a table that a reader of single rows would not see.
 *
 * @param code what it is
 * @param place the cell of the row's id
 * @param policies ids of the rows concerned, the one at {@code place} first
 * @param message names all of them
 * @param witness an encounter that shows it; absent where none could be made
 * @param proven whether the engine, run on the witness, does what is claimed
 */
public record RowFinding(
    AnalysisCode code,
    Place.Cell place,
    List<String> policies,
    String message,
    @Nullable Encounter witness,
    boolean proven) {

  /** Copies the list. */
  public RowFinding {
    policies = List.copyOf(policies);
  }

  /** The finding as a problem; its help tells the witness in words. */
  public Problem problem() {
    String help =
        witness == null
            ? null
            : (proven ? "witness: " : "not proven by the engine: ") + EncounterWords.of(witness);
    return new Problem(place, code.code(), message, help);
  }
}
