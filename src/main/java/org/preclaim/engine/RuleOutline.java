package org.preclaim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;

/**
 * What can be said of a rule without compiling it.
 *
 * @param name the rule's whole name
 * @param line where it starts in its file, from 1
 * @param metadata what it says to people, by annotation name
 * @param matches simple names of the fact types it matches
 * @param awaits those of them of which it cannot fire without a fact
 */
record RuleOutline(
    String name, int line, Map<String, String> metadata, Set<String> matches, Set<String> awaits) {

  /** The policy id: the first word of the name. */
  String id() {
    int blank = name.indexOf(' ');
    return blank < 0 ? name : name.substring(0, blank);
  }

  /**
   * The rules of a DRL file in their order; throws all syntax errors at once, with their lines.
   *
   * @param file shown in problems
   */
  static List<RuleOutline> of(String file, String drl) throws ProblemsException {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr parsed;
    try {
      parsed = parser.parse(false, drl);
    } catch (DroolsParserException unreadable) {
      throw new ProblemsException(
          List.of(
              new Problem(
                  new Place.TextPosition(file, 1, 1), "RULE-SYNTAX", "the file is no DRL")));
    }
    if (parser.hasErrors() || parsed == null) {
      throw new ProblemsException(
          parser.getErrors().stream()
              .map(error -> CompilerMessages.syntax(file, error.getMessage(), error.getLines()))
              .map(problem -> RefusedRules.atItsRule(problem, drl))
              .distinct()
              .toList());
    }
    return parsed.getRules().stream().map(RuleOutline::of).toList();
  }

  private static RuleOutline of(RuleDescr rule) {
    Map<String, String> metadata = new TreeMap<>();
    for (AnnotationDescr annotation : rule.getAnnotations()) {
      Object value = annotation.getValue("value");
      metadata.put(annotation.getName(), value == null ? "" : unquoted(value.toString()));
    }
    Set<String> matches = new TreeSet<>();
    collectTypes(rule.getLhs(), matches);
    return new RuleOutline(
        rule.getName(), rule.getLine(), Map.copyOf(metadata), Set.copyOf(matches), awaits(rule));
  }

  private static Set<String> awaits(RuleDescr rule) {
    Set<String> types = new TreeSet<>();
    for (BaseDescr condition : rule.getLhs().getDescrs()) {
      if (condition instanceof PatternDescr pattern) {
        types.add(pattern.getObjectType());
      }
    }
    return Set.copyOf(types);
  }

  private static void collectTypes(BaseDescr condition, Set<String> types) {
    List<BaseDescr> open = new ArrayList<>(List.of(condition));
    while (!open.isEmpty()) {
      BaseDescr next = open.remove(open.size() - 1);
      if (next instanceof PatternDescr pattern) {
        // A path expression has no type of its own; the fence refuses it.
        types.add(Objects.requireNonNullElse(pattern.getObjectType(), ""));
        if (pattern.getSource() != null) {
          open.add(pattern.getSource());
        }
      } else if (next instanceof ConditionalElementDescr group) {
        group.getDescrs().forEach(child -> open.add((BaseDescr) child));
      }
    }
  }

  /** An annotation's value as its author meant it: the parser keeps the quotes of a text. */
  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1).translateEscapes() : value;
  }
}
