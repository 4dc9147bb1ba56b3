package org.preclaim.engine.fence;

import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.preclaim.problem.Problem;

/**
 * A source and what its rules are.
 *
 * @param text as it was written
 * @param parsed as the rule compiler reads it
 */
record ParsedRules(SourceText text, PackageDescr parsed) {

  /**
   * The rules of a source, or {@code null} where they cannot be read; then {@code problems} grow.
   */
  static @Nullable ParsedRules of(RuleSource source, List<Problem> problems) {
    SourceText text = new SourceText(source);
    if (source.drl().length() > TextFence.CHARACTERS_MAX) {
      String message = "the rules take more than " + TextFence.CHARACTERS_MAX + " characters";
      problems.add(text.problem(0, "FENCE-SIZE", message, "divide the family", ""));
      return null;
    }
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr parsed;
    try {
      parsed = parser.parse(false, source.drl());
    } catch (DroolsParserException unreadable) {
      parsed = null;
    }
    if (parser.hasErrors() || parsed == null) {
      // What the parser says names lines of text that no author wrote.
      String message =
          "the rules that the header makes cannot be read: look at its brackets and quotes";
      problems.add(text.problem(0, "FENCE-UNREADABLE", message, "", ""));
      return null;
    }
    return new ParsedRules(text, parsed);
  }

  /** The rule of this name. */
  @Nullable RuleDescr rule(String name) {
    return parsed.getRules().stream()
        .filter(rule -> rule.getName().equals(name))
        .findFirst()
        .orElse(null);
  }
}
