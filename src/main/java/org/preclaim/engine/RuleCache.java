package org.preclaim.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.engine.rows.RowRules;
import org.preclaim.engine.rows.RowTables;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.RuleFile;

/**
 * Compiled rules, kept so that publishing changed cells compiles nothing. What was compiled for a
 * family is kept with all shapes of rows that were ever seen with it, so that the last row of a
 * shape may go and come back. Safe for any number of threads; two that ask for the same rules at
 * one time compile them once.
 */
final class RuleCache {

  /** The one cache: compiled rules hold no cell and belong to no release. */
  static final RuleCache SHARED = new RuleCache();

  private static final int FAMILIES_MAX = 64;
  private static final int SHAPES_MAX = 200;

  /** What rules are compiled together with: their family, their heading and the rule file. */
  private record Companions(String family, String heading, @Nullable RuleFile file) {}

  private record Compiled(@Nullable RowRules rows, CompiledRules rules) {}

  private final Map<Companions, Compiled> compiled =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Companions, Compiled> eldest) {
          return size() > FAMILIES_MAX;
        }
      };
  private int compilations;

  /**
   * The rules of a family; throws everything that is wrong with them at once.
   *
   * @param kept is asked before anything is compiled
   */
  synchronized CompiledRules rules(
      String family, @Nullable RowTables tables, @Nullable RuleFile file, ArtefactCache kept)
      throws ProblemsException {
    return rules(family, tables, tables == null ? null : tables.rules(), file, kept);
  }

  /**
   * The same, with the rules of more shapes than those of {@code tables}.
   *
   * @param needed the rules of all shapes that are asked for
   */
  synchronized CompiledRules rules(
      String family,
      @Nullable RowTables tables,
      @Nullable RowRules needed,
      @Nullable RuleFile file,
      ArtefactCache kept)
      throws ProblemsException {
    Companions companions = new Companions(family, needed == null ? "" : needed.heading(), file);
    Compiled known = compiled.get(companions);
    if (known != null && covers(known.rows(), needed)) {
      return known.rules();
    }
    RowRules wanted = known == null ? needed : union(known.rows(), needed);
    CompiledRules rules = compile(family, tables, wanted, file, kept);
    compiled.put(companions, new Compiled(wanted, rules));
    return rules;
  }

  private static boolean covers(@Nullable RowRules known, @Nullable RowRules needed) {
    return needed == null || (known != null && known.cover(needed));
  }

  private static @Nullable RowRules union(@Nullable RowRules known, @Nullable RowRules needed) {
    if (known == null || needed == null) {
      return needed;
    }
    RowRules all = needed.with(known);
    return all.byShape().size() > SHAPES_MAX ? needed : all;
  }

  private CompiledRules compile(
      String family,
      @Nullable RowTables tables,
      @Nullable RowRules rows,
      @Nullable RuleFile file,
      ArtefactCache kept)
      throws ProblemsException {
    Map<String, String> drlByFile = new LinkedHashMap<>();
    if (tables != null && rows != null) {
      drlByFile.put(tables.file(), rows.drl());
    }
    if (file != null) {
      drlByFile.put(file.path(), file.text());
    }
    compilations++;
    try {
      return FamilyCompiler.compile(family, drlByFile, kept);
    } catch (ProblemsException refused) {
      if (tables == null || rows == null) {
        throw refused;
      }
      List<Problem> problems = new ArrayList<>();
      for (Problem problem : refused.problems()) {
        problems.add(tables.inHeader(rows, problem));
      }
      throw new ProblemsException(problems.stream().distinct().toList());
    }
  }

  /** How often something was compiled so far. */
  synchronized int compilations() {
    return compilations;
  }
}
