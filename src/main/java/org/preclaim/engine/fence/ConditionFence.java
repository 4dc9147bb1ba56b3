package org.preclaim.engine.fence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalBranchDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.NamedConsequenceDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Problem;

/** Reads the conditions of one rule. */
final class ConditionFence {

  /** Facts of an encounter that may be combined freely: their number multiplies. */
  static final int FREE_PATTERNS_MAX = 2;

  private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");
  private static final Pattern INLINE_EVAL = Pattern.compile("(?<!\\w)eval\\s*\\(");
  private static final Pattern OWN_SOURCE = Pattern.compile("\\$\\w+(\\.\\w+(\\([^()]*\\))?)+");
  private static final Pattern MATCHES =
      Pattern.compile("(?<!\\w)matches\\s*(\"((?:\\\\.|[^\"\\\\])*)\")?");
  private static final Pattern SAME_FACT = Pattern.compile("\\s*this\\s*(==|!=)\\s*\\$\\w+\\s*");
  private static final Pattern BINDING = Pattern.compile("(\\$\\w+)\\s*:");

  private final SourceText text;
  private final RuleDescr rule;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> bound = new HashSet<>();
  private int free;

  private ConditionFence(SourceText text, RuleDescr rule) {
    this.text = text;
    this.rule = rule;
  }

  static List<Problem> check(SourceText text, RuleDescr rule) {
    ConditionFence fence = new ConditionFence(text, rule);
    fence.condition(rule.getLhs(), true);
    return fence.problems;
  }

  /**
   * @param multiplies whether matches are combined with those of other patterns: not for the one
   *     pattern of a {@code not} or {@code exists}
   */
  private void condition(Object condition, boolean multiplies) {
    if (condition instanceof PatternDescr pattern) {
      pattern(pattern, multiplies);
    } else if (condition instanceof EvalDescr eval) {
      add(eval, "`eval` hides what a rule asks", "ask it in a fact's brackets");
    } else if (condition instanceof ConditionalBranchDescr
        || condition instanceof NamedConsequenceDescr) {
      add((BaseDescr) condition, "`do` has no place in a condition", "write a second rule");
    } else if (condition instanceof ForallDescr forall) {
      // Those after the first are asked for each of it.
      List<BaseDescr> children = forall.getDescrs();
      children.forEach(child -> condition(child, child != children.get(0)));
    } else if (condition instanceof OrDescr or) {
      alternatives(or, multiplies);
    } else if (condition instanceof ConditionalElementDescr group) {
      boolean asks = group instanceof NotDescr || group instanceof ExistsDescr;
      group
          .getDescrs()
          .forEach(child -> condition(child, !(asks && child instanceof PatternDescr)));
    } else {
      add((BaseDescr) condition, "this kind of condition is not known", "match a fact");
    }
  }

  /** Only one of them holds at a time, so only the freest of them counts. */
  private void alternatives(OrDescr or, boolean multiplies) {
    int before = free;
    int most = free;
    for (Object alternative : or.getDescrs()) {
      free = before;
      condition(alternative, multiplies);
      most = Math.max(most, free);
    }
    free = most;
  }

  private void pattern(PatternDescr pattern, boolean multiplies) {
    String type = pattern.getObjectType();
    if (type == null || type.isEmpty()) {
      add(pattern, "a path expression has no place in a condition", "match a fact");
      return;
    }
    if (!pattern.getBehaviors().isEmpty()) {
      add(pattern, "`over` asks a clock, and there is none", "compare dates of service");
    }
    if (pattern.getSource() != null) {
      source(pattern, pattern.getSource());
    }
    List<String> constraints = new ArrayList<>();
    pattern.getConstraint().getDescrs().forEach(descr -> constraints.add(descr.toString()));
    constraints.forEach(constraint -> constraint(pattern, constraint));
    if (multiplies && pattern.getSource() == null && constraints.stream().noneMatch(this::ties)) {
      free++;
      if (free == FREE_PATTERNS_MAX + 1) {
        unlinked(pattern);
      }
    }
    bind(pattern, constraints);
  }

  private void unlinked(PatternDescr pattern) {
    problems.add(
        text.problem(
            pattern.getStartCharacter(),
            "FENCE-JOIN",
            "`" + pattern.getObjectType() + "` multiplies with every other fact of the rule",
            "ask how it belongs to a fact matched before, for instance `sameDay($line)`",
            rule.getName()));
  }

  private void constraint(PatternDescr pattern, String constraint) {
    if (INLINE_EVAL.matcher(SourceText.withoutCommentsAndTexts(constraint)).find()) {
      add(pattern, "`eval` hides what a rule asks", "write the condition without it");
    }
    Matcher matches = MATCHES.matcher(constraint);
    while (matches.find()) {
      expression(pattern, matches.group(2));
    }
  }

  private void expression(PatternDescr pattern, @Nullable String regex) {
    if (regex == null || !PlainExpression.isPlain(regex)) {
      add(pattern, "`matches` needs a plain expression in quotes", PlainExpression.EXPECTED);
    }
  }

  /**
   * Whether a constraint compares with a fact matched before, and reads one to do so: what is read
   * is charged to the budget.
   */
  private boolean ties(String constraint) {
    String code = SourceText.withoutCommentsAndTexts(constraint);
    return VARIABLE.matcher(code).results().anyMatch(found -> bound.contains(found.group()))
        && !SAME_FACT.matcher(code).matches();
  }

  private void bind(PatternDescr pattern, List<String> constraints) {
    if (pattern.getIdentifier() != null) {
      bound.add(pattern.getIdentifier());
    }
    for (String constraint : constraints) {
      Matcher binding = BINDING.matcher(constraint);
      while (binding.find()) {
        bound.add(binding.group(1));
      }
    }
  }

  private void source(PatternDescr pattern, PatternSourceDescr source) {
    if (source instanceof FromDescr from) {
      String expression = from.getDataSource().toString().strip();
      if (!OWN_SOURCE.matcher(expression).matches()) {
        add(pattern, "`from` must name a fact matched before", "expected `from $fact.list`");
      }
    } else if (source instanceof AccumulateDescr accumulate) {
      accumulate(pattern, accumulate);
    } else if (source instanceof CollectDescr collect) {
      condition(collect.getInputPattern(), true);
    } else {
      add(pattern, "there is one set of facts", "leave out `from`");
    }
  }

  private void accumulate(PatternDescr pattern, AccumulateDescr accumulate) {
    if (!accumulate.isExternalFunction()) {
      add(
          pattern,
          "`accumulate` must not hold code of its own",
          "use `count`, `sum`, `min`, `max`");
    }
    condition(accumulate.getInput(), true);
  }

  private void add(BaseDescr at, String message, String help) {
    int offset = at.getStartCharacter() < 0 ? rule.getStartCharacter() : at.getStartCharacter();
    problems.add(text.problem(offset, "FENCE-CONDITION", message, help, rule.getName()));
  }
}
