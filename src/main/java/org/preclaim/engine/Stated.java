package org.preclaim.engine;

import java.util.ArrayList;
import java.util.List;
import org.preclaim.decision.TraceStep;
import org.preclaim.engine.language.Statement;

/**
 * A statement and where it comes from.
 *
 * @param statement what was said
 * @param policy the policy of the rule or row that said it
 * @param rule the name of the rule or row
 * @param facts what it matched
 */
record Stated(Statement statement, Policy policy, String rule, List<Object> facts) {

  TraceStep traced() {
    List<String> words = new ArrayList<>(facts.size());
    for (Object fact : facts) {
      words.add(fact instanceof Statement said ? said.inWords() : fact.toString());
    }
    return new TraceStep(policy.ref().id(), rule, List.copyOf(words), statement.inWords());
  }
}
