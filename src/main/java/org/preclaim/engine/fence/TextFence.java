package org.preclaim.engine.fence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.FunctionImportDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.preclaim.engine.fence.RuleSource.Origin;
import org.preclaim.problem.Problem;

/** Reads a source before it is compiled, and says what does not belong in a policy. */
final class TextFence {

  /** Far more than an honest rule file or a rendered workbook holds. */
  static final int CHARACTERS_MAX = 16 * 1024 * 1024;

  private static final Pattern ESCAPE = Pattern.compile("\\\\+u+[0-9a-fA-F]{0,4}");
  private static final Pattern PACKAGE = Pattern.compile("preclaim(\\.[a-z][a-z0-9_]*)+");
  private static final Pattern TABLE_PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*");
  private static final Pattern FOREIGN =
      Pattern.compile("(java|javax|jdk|sun|com|org|net|io)(\\..*)?");
  private static final Pattern QUALIFIED =
      Pattern.compile("(?<![\\w.$])[a-z]\\w*(\\s*\\.\\s*[a-z]\\w*)+\\s*\\.\\s*[A-Z]\\w*");
  private static final Pattern QUOTED = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");

  /** What a rule may tell people; nothing here changes how it is evaluated. */
  private static final Set<String> ANNOTATIONS =
      Set.of("message", "remedies", "group", "carc", "rarc", "citation");

  private static final String ENGINE_ROWS = "org.preclaim.engine.rows.";

  private final SourceText text;
  private final List<Problem> problems = new ArrayList<>();

  private TextFence(SourceText text) {
    this.text = text;
  }

  /** Everything in the source that is not a policy. */
  static List<Problem> check(ParsedRules rules) {
    TextFence fence = new TextFence(rules.text());
    fence.escapes();
    fence.packageParts(rules.parsed());
    for (RuleDescr rule : rules.parsed().getRules()) {
      fence.rule(rule);
    }
    return fence.problems;
  }

  private void escapes() {
    Matcher escape = ESCAPE.matcher(text.source().drl());
    while (escape.find()) {
      problems.add(
          text.problem(
              escape.start(),
              "FENCE-ESCAPE",
              "`" + escape.group() + "` hides a character from whoever reads the rule",
              "write the character itself",
              ""));
    }
  }

  private void packageParts(PackageDescr parsed) {
    packageName(parsed);
    parsed.getImports().forEach(this::type);
    parsed.getFunctionImports().forEach(this::functionImport);
    refuse(
        parsed.getAccumulateImports(), "import accumulate", "the built-in functions can be used");
    refuse(parsed.getGlobals(), "global", "rules see facts and insert statements only");
    refuse(parsed.getFunctions(), "function", "state the condition, or ask a fact");
    refuse(parsed.getTypeDeclarations(), "declare", "the fact types are fixed");
    refuse(parsed.getEnumDeclarations(), "declare enum", "the fact types are fixed");
    refuse(parsed.getEntryPointDeclarations(), "declare entry-point", "there is one set of facts");
    refuse(parsed.getWindowDeclarations(), "declare window", "there is no clock");
    if (parsed.getUnit() != null) {
      refuse(List.of(parsed.getUnit()), "unit", "a family is one set of rules");
    }
    parsed.getAttributes().forEach(attribute -> attribute("", attribute));
  }

  private void packageName(PackageDescr parsed) {
    String name = parsed.getName();
    boolean rendered = text.source().origin() == Origin.WORKBOOK;
    Pattern expected = rendered ? TABLE_PACKAGE : PACKAGE;
    boolean fits =
        name.isEmpty() || (expected.matcher(name).matches() && !FOREIGN.matcher(name).matches());
    if (!fits) {
      add(
          parsed,
          "FENCE-PACKAGE",
          "package `" + name + "` is not one for policies",
          "expected `preclaim.` and the name of the family");
    }
  }

  private void type(ImportDescr imported) {
    String target = imported.getTarget();
    boolean all = target.endsWith(".*");
    boolean rendered = text.source().origin() == Origin.WORKBOOK && target.startsWith(ENGINE_ROWS);
    boolean listed =
        all
            ? AllowList.RULES.permitsPackage(target.substring(0, target.length() - 2))
            : AllowList.RULES.permits(target);
    if (!rendered && (!listed || target.startsWith("org.drools."))) {
      add(
          imported,
          "FENCE-IMPORT",
          "`" + target + "` is not open to rules",
          "rules see facts and state findings only: `org.preclaim.engine.language`, and values of"
              + " `java.lang`, `java.math`, `java.time` and `java.util`");
    }
  }

  private void functionImport(FunctionImportDescr imported) {
    boolean function =
        text.source().drl().startsWith("import function", imported.getStartCharacter());
    refuse(
        List.of(imported),
        function ? "import function" : "import static",
        "call a fact's own method");
  }

  private void refuse(Iterable<? extends BaseDescr> found, String what, String help) {
    found.forEach(
        descr -> add(descr, "FENCE-DECLARATION", "`" + what + "` has no place in a policy", help));
  }

  private void rule(RuleDescr rule) {
    if (rule.isQuery()) {
      refuse(List.of(rule), "query", "use `exists` or `not`");
    }
    if (rule.getParentName() != null) {
      refuse(List.of(rule), "extends", "each rule states its own conditions");
    }
    rule.getAttributes().values().forEach(attribute -> attribute(rule.getName(), attribute));
    rule.getAnnotations().forEach(annotation -> annotation(rule, annotation));
    for (String label : rule.getNamedConsequences().keySet()) {
      add(
          rule,
          "FENCE-DECLARATION",
          "`then[" + label + "]` has no place in a policy",
          "write a second rule");
    }
    qualifiedNames(rule);
    problems.addAll(ConditionFence.check(text, rule));
  }

  /** Names with their package are as good as imports. */
  private void qualifiedNames(RuleDescr rule) {
    Matcher name = QUALIFIED.matcher(text.code());
    name.region(Math.max(0, rule.getStartCharacter()), Math.max(0, rule.getEndCharacter()));
    while (name.find()) {
      String type = name.group().replaceAll("\\s", "");
      if (!AllowList.RULES.permits(type)) {
        problems.add(
            text.problem(
                name.start(),
                "FENCE-TYPE",
                "a rule may not use `" + type + "`: rules see facts and state findings only",
                "",
                rule.getName()));
      }
    }
  }

  private void attribute(String rule, AttributeDescr attribute) {
    String name = attribute.getName();
    boolean priority =
        text.source().origin() == Origin.WORKBOOK
            && name.equals("salience")
            && attribute.getValue().matches("-?[0-9]{1,9}");
    boolean java = name.equals("dialect") && attribute.getValue().equals("java");
    if (!priority && !java) {
      // The parser places the value; the word stands on the same line, before it.
      int value = Math.max(0, attribute.getStartCharacter());
      int word = text.source().drl().lastIndexOf(name, value);
      problems.add(
          text.problem(
              word < 0 ? value : word,
              "FENCE-ATTRIBUTE",
              "`" + name + "` changes how a rule is evaluated: findings must not depend on it",
              "say in the conditions when the rule holds",
              rule));
    }
  }

  private void annotation(RuleDescr rule, AnnotationDescr annotation) {
    String name = annotation.getName();
    if (!ANNOTATIONS.contains(name)) {
      annotation(
          rule,
          name,
          "`@" + name + "` is not known",
          "expected one of `message`, `remedies`, `group`, `carc`, `rarc`, `citation`");
    } else if (!QUOTED.matcher(String.valueOf(annotation.getValue("value"))).matches()
        || annotation.getValueMap().size() != 1) {
      annotation(
          rule,
          name,
          "`@" + name + "` must hold one quoted text",
          "expected `@" + name + "(\"…\")`");
    }
  }

  private void annotation(RuleDescr rule, String name, String message, String help) {
    int at = text.find(name, rule.getStartCharacter(), rule.getEndCharacter());
    int offset = at < 1 ? rule.getStartCharacter() : at - 1;
    problems.add(text.problem(offset, "FENCE-ANNOTATION", message, help, rule.getName()));
  }

  private void add(BaseDescr at, String code, String message, String help) {
    String rule = at instanceof RuleDescr descr ? descr.getName() : "";
    problems.add(text.problem(Math.max(0, at.getStartCharacter()), code, message, help, rule));
  }
}
