package org.preclaim.analysis;

import java.util.List;
import org.preclaim.encounter.Encounter;
import org.preclaim.table.Column;

/** The answer to the question which encounter a row fires on. */
public sealed interface Witness {

  /**
   * The engine fires the row on this encounter.
   *
   * @param encounter holds little more than the row asks for
   */
  record Fires(Encounter encounter) implements Witness {}

  /**
   * No encounter can fire the row.
   *
   * @param because columns whose cells leave nothing: together, not one of them less
   */
  record Never(List<Column> because) implements Witness {
    /** Copies the list. */
    public Never {
      because = List.copyOf(because);
    }
  }

  /**
   * An encounter that meets what is understood of the row, on which it does not fire.
   *
   * @param encounter as near as it gets
   * @param unread columns of the row whose code or text is not understood
   */
  record Missing(Encounter encounter, List<Column> unread) implements Witness {
    /** Copies the list. */
    public Missing {
      unread = List.copyOf(unread);
    }
  }
}
