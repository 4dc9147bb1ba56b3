package org.preclaim.benchmark.peers;

import java.util.ArrayList;
import java.util.List;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.StatefulSession;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.RuleSetBuilder;
import org.preclaim.benchmark.GeneratedRow;
import org.preclaim.benchmark.Hit;
import org.preclaim.encounter.Encounter;

/** Evrete: a rule with a Java predicate for each row, and a session for each encounter. */
final class EvreteRules implements Peer {

  private static final String HITS = "hits";

  private final Knowledge knowledge;

  EvreteRules(List<GeneratedRow> rows) {
    RuleSetBuilder<Knowledge> builder = new KnowledgeService().newKnowledge().builder();
    for (GeneratedRow row : rows) {
      GeneratedRow.Single single = (GeneratedRow.Single) row;
      ValuesPredicate fits = values -> SingleRow.fits(single, values.get(0, LineFact.class));
      builder
          .newRule(single.id())
          .forEach("$line", LineFact.class)
          .where(fits, "$line")
          .execute(context -> hit(single.id(), context));
    }
    knowledge = builder.build();
  }

  private static void hit(String row, RhsContext context) {
    List<Hit> hits = context.getRuntime().get(HITS);
    LineFact line = context.get("$line");
    hits.add(new Hit(row, line.getNumber(), 0));
  }

  @Override
  public List<Hit> judge(Encounter encounter) {
    List<Hit> hits = new ArrayList<>();
    StatefulSession session = knowledge.newStatefulSession();
    try {
      session.set(HITS, hits);
      session.insert(LineFact.of(encounter));
      session.fire();
      return hits;
    } finally {
      session.close();
    }
  }
}
