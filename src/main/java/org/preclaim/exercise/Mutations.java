package org.preclaim.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.RowVariant;
import org.preclaim.engine.RowVariants;
import org.preclaim.engine.Verification;
import org.preclaim.exercise.MutationScore.Survivor;
import org.preclaim.exercise.MutationScore.TableScore;
import org.preclaim.problem.Place;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.Scenario;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;
import org.preclaim.table.WorkbookLint;

/** Makes small changes of cells, one at a time, and asks the scenarios whether they notice. */
public final class Mutations {

  private final CompiledRelease release;
  private final int limit;
  private final long seed;

  /**
   * @param limit how many changes are tried at most
   * @param seed of the sample where there are more
   */
  public Mutations(CompiledRelease release, int limit, long seed) {
    this.release = release;
    this.limit = limit;
    this.seed = seed;
  }

  /** What became of a change. */
  private enum Fate {
    /** It cannot be published at all. */
    REFUSED,
    NOTICED,
    SURVIVED
  }

  private record Trial(Mutant mutant, @Nullable RowVariant variant) {}

  private record Tried(Mutant mutant, Fate fate) {}

  /** Tries the changes on all cores. */
  public MutationScore score() throws ProblemsException {
    List<Mutant> all = new ArrayList<>();
    for (Family family : release.release().families()) {
      if (family.workbook() != null) {
        family.workbook().tables().forEach(table -> all.addAll(mutants(family, table)));
      }
    }
    List<Mutant> chosen = sample(all);
    List<TableScore> tables = new ArrayList<>();
    for (Family family : release.release().families()) {
      Workbook workbook = family.workbook();
      if (workbook != null) {
        tables.addAll(scores(family, workbook, chosen));
      }
    }
    return new MutationScore(tables, all.size(), seed);
  }

  /** As many as may be tried, in their order. */
  private List<Mutant> sample(List<Mutant> all) {
    if (all.size() <= limit) {
      return all;
    }
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < all.size(); place++) {
      places.add(place);
    }
    Collections.shuffle(places, new Random(seed));
    return places.stream().limit(limit).sorted().map(all::get).toList();
  }

  private List<Mutant> mutants(Family family, PolicyTable table) {
    Workbook workbook = Objects.requireNonNull(family.workbook());
    Changes changes = new Changes(table, release.vocabulary());
    List<Mutant> mutants = new ArrayList<>();
    for (PolicyRow row : table.rows()) {
      for (Column column : changes.columns()) {
        for (Change change : changes.of(row, column)) {
          mutants.add(new Mutant(workbook, table, row, column, change));
        }
      }
    }
    return mutants;
  }

  private List<TableScore> scores(Family family, Workbook workbook, List<Mutant> chosen)
      throws ProblemsException {
    RowVariants variants = RowVariants.of(release, family);
    WorkbookLint lint = new WorkbookLint(release.vocabulary());
    List<Trial> trials =
        chosen.stream()
            .filter(mutant -> mutant.workbook().file().equals(workbook.file()))
            .map(mutant -> new Trial(mutant, variant(variants, lint, mutant)))
            .toList();
    variants.compile(
        trials.stream().flatMap(trial -> Optional.ofNullable(trial.variant()).stream()).toList());
    List<Scenario> scenarios =
        workbook.scenarios().stream()
            .filter(scenario -> Verification.keeps(release, scenario))
            .toList();
    List<Tried> tried =
        trials.parallelStream()
            .map(trial -> new Tried(trial.mutant(), fate(trial.variant(), scenarios)))
            .toList();
    return workbook.tables().stream().map(table -> score(workbook, table, tried)).toList();
  }

  /** The release with the change; nothing where it cannot be published at all. */
  private static @Nullable RowVariant variant(
      RowVariants variants, WorkbookLint lint, Mutant mutant) {
    try {
      return lint.check(List.of(mutant.alone())).isEmpty()
          ? variants.of(mutant.table(), mutant.row(), mutant.changed())
          : null;
    } catch (ProblemsException refused) {
      return null;
    }
  }

  private static Fate fate(@Nullable RowVariant variant, List<Scenario> scenarios) {
    if (variant == null) {
      return Fate.REFUSED;
    }
    List<Scenario> concerned = variant.concerned(scenarios);
    if (concerned.isEmpty()) {
      return Fate.SURVIVED;
    }
    CompiledRelease changed = variant.release();
    boolean noticed =
        concerned.stream().anyMatch(scenario -> !Verification.keeps(changed, scenario));
    return noticed ? Fate.NOTICED : Fate.SURVIVED;
  }

  private static TableScore score(Workbook workbook, PolicyTable table, List<Tried> tried) {
    int noticed = 0;
    int refused = 0;
    List<Survivor> survivors = new ArrayList<>();
    for (Tried each : tried) {
      if (each.mutant().table().row() == table.row()) {
        switch (each.fate()) {
          case NOTICED -> noticed++;
          case REFUSED -> refused++;
          case SURVIVED -> survivors.add(each.mutant().survivor());
        }
      }
    }
    return new TableScore(
        new Place.Cell(workbook.file(), table.sheet(), SheetCell.address(table.row(), 0)),
        table.name(),
        new Share(noticed, noticed + survivors.size()),
        refused,
        survivors);
  }
}
