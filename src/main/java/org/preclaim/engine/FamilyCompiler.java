package org.preclaim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.KieModule;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.engine.artefact.ArtefactKey;
import org.preclaim.engine.fence.Fence;
import org.preclaim.engine.fence.RuleSource;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;

/** Compiles DRL with the executable model, behind the fence, unless it was compiled before. */
final class FamilyCompiler {

  static {
    // Dates in conditions are ISO, wherever this runs. Drools reads the setting once, at class
    // load.
    System.setProperty("drools.dateformat", "yyyy-MM-dd");
    // Its code generator spells the names of Java types under the default locale: in Turkish an
    // Integer becomes an ınt. Nothing of ours asks the default locale, so the whole process has
    // one.
    Locale.setDefault(Locale.ROOT);
  }

  private final Fence fence;
  private final FamilyModule module;
  private final RefusedRules refused;

  private FamilyCompiler(String family, Map<String, String> drlByFile) {
    List<RuleSource> sources = new ArrayList<>();
    new TreeMap<>(drlByFile).forEach((file, drl) -> sources.add(RuleSource.of(file, drl)));
    this.fence = new Fence(sources);
    this.module = new FamilyModule(family, drlByFile, fence.loader());
    this.refused = new RefusedRules(drlByFile);
  }

  /** The rules of these sources, compiled afresh; throws everything that is wrong with them. */
  static CompiledRules compile(String family, Map<String, String> drlByFile)
      throws ProblemsException {
    return compile(family, drlByFile, ArtefactCache.none());
  }

  /**
   * The rules of these sources; throws everything that is wrong with them at once.
   *
   * @param family names the module
   * @param drlByFile DRL text by the file it is written in
   * @param cache is asked before anything is compiled
   */
  static CompiledRules compile(String family, Map<String, String> drlByFile, ArtefactCache cache)
      throws ProblemsException {
    FamilyCompiler compiler = new FamilyCompiler(family, drlByFile);
    ArtefactKey key = CompiledFrom.key(family, drlByFile);
    KieModule kept = compiler.kept(key, cache);
    if (kept != null) {
      return compiler.module.open(kept);
    }
    KieModule fresh = compiler.fresh();
    cache.keep(key, ((InternalKieModule) fresh).getBytes());
    return compiler.module.open(fresh);
  }

  /**
   * The kept module, where there is one that passes the fence again: a disk is not to be trusted.
   */
  private @Nullable KieModule kept(ArtefactKey key, ArtefactCache cache) {
    byte[] bytes = cache.find(key);
    if (bytes == null) {
      return null;
    }
    try {
      KieModule kept = module.read(bytes);
      if (!module.isCompiledFrom(kept)) {
        cache.refuse(key, "it was compiled from other rules");
        return null;
      }
      List<Problem> problems = fence.beforeLoading(kept);
      if (problems.isEmpty()) {
        return kept;
      }
      cache.refuse(key, problems.get(0).message());
    } catch (RuntimeException unreadable) {
      cache.refuse(key, "it is no compiled module");
    }
    return null;
  }

  private KieModule fresh() throws ProblemsException {
    refuse(fence.beforeCompiling());
    List<Problem> problems = new ArrayList<>();
    KieModule compiled = module.compile(problems);
    if (compiled == null) {
      List<Problem> hidden = fence.afterCompiling(problems);
      throw new ProblemsException(hidden.isEmpty() ? refused.told(problems) : hidden);
    }
    refuse(fence.beforeLoading(compiled));
    return compiled;
  }

  private static void refuse(List<Problem> problems) throws ProblemsException {
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
  }
}
