package org.preclaim.engine.fence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** How the compiler says that a method has a hidden type in its signature. */
  private static final Pattern HIDDEN_IN_METHOD =
      Pattern.compile("method (\\w+)\\(.* refers to the missing type");

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

  /**
   * What a rule names and the compiler was not shown: why it did not compile.
   *
   * @param refused what the compiler said
   */
  public List<Problem> afterCompiling(List<Problem> refused) {
    Set<String> types = new TreeSet<>();
    loader.hidden().forEach(name -> types.add(name.substring(name.lastIndexOf('.') + 1)));
    Set<String> methods = new TreeSet<>();
    for (Problem problem : refused) {
      Matcher method = HIDDEN_IN_METHOD.matcher(problem.message());
      if (method.find()) {
        methods.add(method.group(1));
      }
    }
    Set<Problem> problems = new LinkedHashSet<>();
    for (ParsedRules source : sources) {
      for (RuleDescr rule : source.parsed().getRules()) {
        types.forEach(word -> mention(source.text(), rule, "FENCE-TYPE", "use", word, problems));
        methods.forEach(word -> mention(source.text(), rule, "FENCE-CALL", "call", word, problems));
      }
    }
    return List.copyOf(problems);
  }

  private static void mention(
      SourceText text, RuleDescr rule, String code, String does, String word, Set<Problem> to) {
    int at = text.find(word, rule.getStartCharacter(), rule.getEndCharacter());
    if (at >= 0) {
      String message =
          "a rule may not " + does + " `" + word + "`: rules see facts and state findings only";
      to.add(text.problem(at, code, message, "", rule.getName()));
    }
  }

  /** What the compiled classes do that no rule may do; none of them is loaded for this. */
  public List<Problem> beforeLoading(KieModule module) {
    SortedMap<String, byte[]> classes = classes((InternalKieModule) module);
    RuleIndex index = RuleIndex.of(classes);
    Map<String, List<Violation>> byRule = new TreeMap<>();
    classes.forEach(
        (path, bytes) ->
            ClassScan.violations(path, bytes)
                .forEach(
                    violation ->
                        byRule
                            .computeIfAbsent(
                                index.rule(outermost(violation.owner())), rule -> new ArrayList<>())
                            .add(violation)));
    List<Problem> problems = new ArrayList<>();
    byRule.forEach((rule, violations) -> problems.addAll(problems(rule, violations)));
    return problems;
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

  /**
   * What an author did shows up as several violations; those whose words stand in the rule are
   * told, and one of the others only where there are none.
   */
  private List<Problem> problems(String name, List<Violation> violations) {
    SourceText text = sources.get(0).text();
    int start = 0;
    int end = 0;
    for (ParsedRules source : sources) {
      RuleDescr rule = source.rule(name);
      if (rule != null) {
        text = source.text();
        start = rule.getStartCharacter();
        end = rule.getEndCharacter();
      }
    }
    Set<Problem> placed = new LinkedHashSet<>();
    for (Violation violation : violations) {
      int at = place(text, violation, start, end);
      if (at >= 0) {
        placed.add(text.problem(at, violation.code(), violation.message(), "", name));
      }
    }
    Violation any = violations.get(0);
    return placed.isEmpty()
        ? List.of(text.problem(start, any.code(), any.message(), "", name))
        : List.copyOf(placed);
  }

  private static int place(SourceText text, Violation violation, int start, int end) {
    for (String word : violation.words()) {
      int at = text.find(word, start, end);
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }

  /** A class inside another belongs to the same rule. */
  private static String outermost(String internalName) {
    int inner = internalName.indexOf('$');
    return inner < 0 ? internalName : internalName.substring(0, inner);
  }
}
