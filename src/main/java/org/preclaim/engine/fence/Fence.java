package org.preclaim.engine.fence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.api.builder.KieModule;
import org.preclaim.problem.Problem;

/**
 * The wall around one family's code. It is asked three times: before compiling what the text may
 * not say, after a failed compilation what the compiler was not shown, and before loading what the
 * compiled classes may not do.
 */
public final class Fence {

  private final List<ParsedRules> sources = new ArrayList<>();
  private final List<Problem> unreadable = new ArrayList<>();
  private final FenceLoader loader = new FenceLoader();

  /** A fence around these sources. */
  public Fence(Collection<RuleSource> sources) {
    for (RuleSource source : sources) {
      ParsedRules parsed = ParsedRules.of(source, unreadable);
      if (parsed != null) {
        this.sources.add(parsed);
      }
    }
  }

  /** The loader to compile and to load behind. */
  public ClassLoader loader() {
    return loader;
  }

  /** The allow-list as text: what it holds decides what a compiled module may be trusted with. */
  public static String terms() {
    return AllowList.text();
  }

  /** What the text says that no policy may say; empty where it can be compiled. */
  public List<Problem> beforeCompiling() {
    List<Problem> problems = new ArrayList<>(unreadable);
    sources.forEach(source -> problems.addAll(TextFence.check(source)));
    return List.copyOf(new LinkedHashSet<>(problems));
  }

  /** The types that a rule names and the compiler was not shown: why it did not compile. */
  public List<Problem> afterCompiling() {
    Set<Problem> problems = new LinkedHashSet<>();
    Set<String> hidden = new TreeSet<>();
    loader.hidden().forEach(name -> hidden.add(name.substring(name.lastIndexOf('.') + 1)));
    for (ParsedRules source : sources) {
      for (RuleDescr rule : source.parsed().getRules()) {
        hidden.forEach(word -> mention(source.text(), rule, word, problems));
      }
    }
    return List.copyOf(problems);
  }

  private static void mention(SourceText text, RuleDescr rule, String word, Set<Problem> problems) {
    int at = text.find(word, rule.getStartCharacter(), rule.getEndCharacter());
    if (at >= 0) {
      String message = "a rule may not use `" + word + "`: rules see facts and state findings only";
      problems.add(text.problem(at, "FENCE-TYPE", message, "", rule.getName()));
    }
  }

  /** What the compiled classes do that no rule may do; none of them is loaded for this. */
  public List<Problem> beforeLoading(KieModule module) {
    SortedMap<String, byte[]> classes = classes((InternalKieModule) module);
    RuleIndex index = RuleIndex.of(classes);
    Set<Problem> problems = new LinkedHashSet<>();
    classes.forEach(
        (path, bytes) ->
            ClassScan.violations(path, bytes)
                .forEach(violation -> problems.add(problem(violation, index))));
    return List.copyOf(problems);
  }

  private static SortedMap<String, byte[]> classes(InternalKieModule module) {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    for (String file : module.getFileNames()) {
      if (file.endsWith(".class")) {
        classes.put(file, module.getBytes(file));
      }
    }
    return classes;
  }

  private Problem problem(Violation violation, RuleIndex index) {
    String name = index.rule(outermost(violation.owner()));
    for (ParsedRules source : sources) {
      RuleDescr rule = source.rule(name);
      if (rule != null) {
        int start = rule.getStartCharacter();
        int at = source.text().find(violation.word(), start, rule.getEndCharacter());
        return source
            .text()
            .problem(at < 0 ? start : at, violation.code(), violation.message(), "", name);
      }
    }
    SourceText first = sources.get(0).text();
    return first.problem(0, violation.code(), violation.message(), "", name);
  }

  /** A class inside another belongs to the same rule. */
  private static String outermost(String internalName) {
    int inner = internalName.indexOf('$');
    return inner < 0 ? internalName : internalName.substring(0, inner);
  }
}
