package org.preclaim.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.engine.rows.RowRules;
import org.preclaim.engine.rows.RowTables;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.Workbook;

/**
 * A family whose rows are read otherwise, one at a time, to see what its scenarios make of it. What
 * each costs is the row, not the table: rules are compiled only for rows that are filled in a way
 * that was not seen before.
 */
public final class RowVariants {

  private final CompiledRelease release;
  private final CompiledFamily family;
  private final Workbook workbook;
  private final Map<String, RowTables> rowsAlone = new ConcurrentHashMap<>();

  private RowVariants(CompiledRelease release, CompiledFamily family, Workbook workbook) {
    this.release = release;
    this.family = family;
    this.workbook = workbook;
  }

  /** The variants of the rows of a family that has a workbook. */
  public static RowVariants of(CompiledRelease release, Family family) {
    return new RowVariants(
        release, release.family(family.name()), Objects.requireNonNull(family.workbook()));
  }

  /**
   * The release where {@code row} reads as {@code changed}; throws what is wrong with that row.
   * {@link #compile} comes before it is asked anything.
   *
   * @param table where {@code row} stands
   */
  public RowVariant of(PolicyTable table, PolicyRow row, PolicyRow changed)
      throws ProblemsException {
    return new RowVariant(this, table, row, changed, RowTables.of(only(table, changed)));
  }

  /** Compiles what these variants need and is not compiled yet, all at once. */
  public void compile(Collection<RowVariant> variants) throws ProblemsException {
    RowRules needed = tables().rules();
    for (RowVariant variant : variants) {
      needed = needed.with(variant.changedRow().rules());
    }
    RuleCache.SHARED.rules(
        family.family().name(), tables(), needed, family.family().rules(), ArtefactCache.none());
  }

  /** A row of the workbook as it is, alone. */
  RowTables alone(PolicyTable table, PolicyRow row) {
    return rowsAlone.computeIfAbsent(
        row.id(),
        id -> {
          try {
            return RowTables.of(only(table, row));
          } catch (ProblemsException partOfARelease) {
            throw new IllegalStateException(partOfARelease);
          }
        });
  }

  private Workbook only(PolicyTable table, PolicyRow row) {
    return with(List.of(withRows(table, List.of(row))));
  }

  /** The workbook where {@code row} reads as {@code changed}. */
  Workbook with(PolicyTable table, PolicyRow row, PolicyRow changed) {
    List<PolicyRow> rows = new ArrayList<>(table.rows());
    rows.set(rows.indexOf(row), changed);
    List<PolicyTable> tables = new ArrayList<>(workbook.tables());
    tables.set(tables.indexOf(table), withRows(table, rows));
    return with(tables);
  }

  private Workbook with(List<PolicyTable> tables) {
    return new Workbook(
        workbook.file(),
        workbook.family(),
        workbook.properties(),
        tables,
        workbook.about(),
        workbook.scenarios());
  }

  private static PolicyTable withRows(PolicyTable table, List<PolicyRow> rows) {
    return new PolicyTable(
        table.sheet(), table.name(), table.row(), table.header(), table.columns(), rows);
  }

  CompiledRelease release() {
    return release;
  }

  CompiledFamily family() {
    return family;
  }

  /** The place of {@code row} among all policies of the workbook. */
  int number(PolicyRow row) {
    return workbook.policies().indexOf(row);
  }

  RowTables tables() {
    return Objects.requireNonNull(family.rules().rowTables());
  }

  /** The rules for these rows. */
  CompiledRules rules(RowTables rows) {
    try {
      return RuleCache.SHARED.rules(
          family.family().name(), rows, family.family().rules(), ArtefactCache.none());
    } catch (ProblemsException compiledBefore) {
      throw new IllegalStateException(compiledBefore);
    }
  }
}
