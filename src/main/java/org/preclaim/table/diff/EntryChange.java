package org.preclaim.table.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.table.WorkbookContent.Kind;

/**
 * A policy, scenario, column or the like that is not the same before and after.
 *
 * @param kind what it is
 * @param key its policy id, name or label
 * @param table of a column, the policy table's name; empty for all others
 * @param change what became of it
 * @param before where it stood, for instance {@code Policies!A9}; absent for an added one
 * @param after where it stands; absent for a removed one
 * @param cells those that differ; of an added or removed one all
 */
public record EntryChange(
    Kind kind,
    String key,
    String table,
    Change change,
    @Nullable String before,
    @Nullable String after,
    List<CellChange> cells) {

  /** Copies the list. */
  public EntryChange {
    cells = List.copyOf(cells);
  }
}
