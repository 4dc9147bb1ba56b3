package org.preclaim.analysis;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.preclaim.decision.Decision;
import org.preclaim.decision.TraceStep;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;

/**
 * Finds encounters that fire the rows of a release. Each is run through the engine before it is
 * given away, so that a witness never claims more than the engine does.
 */
public final class Witnesses {

  private final CompiledRelease release;
  private final IdentityHashMap<PolicyTable, TableModel> models = new IdentityHashMap<>();

  /** Witnesses for the rows of {@code release}. */
  public Witnesses(CompiledRelease release) {
    this.release = release;
  }

  /**
   * An encounter that fires {@code row}, or why there is none.
   *
   * @param table the row's table, as the release has it
   */
  public Witness firing(PolicyTable table, PolicyRow row) {
    TableModel model = model(table);
    TableModel.Reading reading = model.read(row);
    Optional<Encounter> encounter = encounter(model, reading.conditions(), row.id());
    if (encounter.isEmpty()) {
      return new Witness.Never(conflict(model, row));
    }
    return fired(encounter.get()).contains(row.id())
        ? new Witness.Fires(encounter.get())
        : new Witness.Missing(encounter.get(), reading.unread());
  }

  TableModel model(PolicyTable table) {
    return models.computeIfAbsent(table, TableModel::new);
  }

  /** An encounter that {@code conditions} accept, not run yet. */
  Optional<Encounter> encounter(TableModel model, Conditions conditions, String id) {
    return conditions
        .solve()
        .map(
            said ->
                new EncounterDraft(model.patterns(), release.vocabulary(), conditions, said)
                    .encounter(id));
  }

  /** The ids of the policies that fire on {@code encounter}. */
  Set<String> fired(Encounter encounter) {
    Decision decision = release.evaluate(encounter);
    return decision.trace().stream().map(TraceStep::policy).collect(Collectors.toUnmodifiableSet());
  }

  /** Columns whose cells no encounter meets at once, so few that any less could be met. */
  static List<Column> conflict(TableModel model, PolicyRow row) {
    return conflict(model, row, model.filled(row));
  }

  private static List<Column> conflict(TableModel model, PolicyRow row, List<Column> columns) {
    List<Column> needed = new ArrayList<>(columns);
    for (Column column : columns) {
      List<Column> less = new ArrayList<>(needed);
      less.remove(column);
      if (!model.read(row, less).conditions().canHold()) {
        needed.remove(column);
      }
    }
    return List.copyOf(needed);
  }

  /** What a row that can never fire would accept without the last cell of each conflict. */
  static Conditions nearest(TableModel model, PolicyRow row) {
    List<Column> columns = new ArrayList<>(model.filled(row));
    while (!model.read(row, columns).conditions().canHold()) {
      List<Column> conflict = conflict(model, row, columns);
      columns.remove(conflict.get(conflict.size() - 1));
    }
    return model.read(row, columns).conditions();
  }
}
