package org.preclaim.benchmark.peers;

import java.util.ArrayList;
import java.util.List;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.preclaim.benchmark.GeneratedRow;
import org.preclaim.benchmark.Hit;
import org.preclaim.encounter.Encounter;

/** Easy Rules: a rule for each row, all asked for each line. */
final class EasyRuleSet implements Peer {

  private final Rules rules = new Rules();
  private final RulesEngine engine = new DefaultRulesEngine();

  EasyRuleSet(List<GeneratedRow> rows) {
    for (GeneratedRow row : rows) {
      GeneratedRow.Single single = (GeneratedRow.Single) row;
      rules.register(
          new RuleBuilder()
              .name(single.id())
              .when(facts -> SingleRow.fits(single, facts.get("line")))
              .then(
                  facts -> {
                    List<Hit> hits = facts.get("hits");
                    LineFact line = facts.get("line");
                    hits.add(new Hit(single.id(), line.getNumber(), 0));
                  })
              .build());
    }
  }

  @Override
  public List<Hit> judge(Encounter encounter) {
    List<Hit> hits = new ArrayList<>();
    for (LineFact line : LineFact.of(encounter)) {
      Facts facts = new Facts();
      facts.put("line", line);
      facts.put("hits", hits);
      engine.fire(rules, facts);
    }
    return hits;
  }
}
