package org.preclaim.journal.chain;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.preclaim.decision.CodeSuggestion;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;
import org.preclaim.encounter.Encounter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The words under which an entry is found, for instance {@code policy:ADD-50706}. */
public final class Terms {

  private static final char SEPARATOR = ':';
  private static final String POLICY = "policy:";
  private static final String CODE = "code:";
  private static final String PAYER = "payer:";
  private static final String OUTCOME = "outcome:";
  private static final List<String> RARE_FIRST = List.of(POLICY, CODE, PAYER, OUTCOME);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Terms() {}

  /** The word for decisions to which this policy said something. */
  public static String policy(String id) {
    return POLICY + id;
  }

  /** The word for encounters that reported this code, or were told to. */
  public static String code(String code) {
    return CODE + code;
  }

  /** The word for decisions with this outcome. */
  public static String outcome(String word) {
    return OUTCOME + word;
  }

  /** The word for encounters of this payer. */
  public static String payer(String payer) {
    return PAYER + payer;
  }

  /** How common entries of a word are: that of a policy is in fewer of them than an outcome. */
  public static int commonness(String term) {
    return RARE_FIRST.indexOf(term.substring(0, term.indexOf(SEPARATOR) + 1));
  }

  /** The words for a decision. */
  public static SortedSet<String> of(Encounter encounter, Decision decision) {
    SortedSet<String> terms = new TreeSet<>();
    terms.add(outcome(decision.outcome().word()));
    if (encounter.payer() != null) {
      terms.add(payer(encounter.payer()));
    }
    encounter.lines().forEach(line -> terms.add(code(line.code().value())));
    for (CodeSuggestion suggestion : decision.suggestions()) {
      terms.add(code(suggestion.code()));
      terms.add(policy(suggestion.policy().id()));
    }
    for (DenialWarning warning : decision.warnings()) {
      terms.add(policy(warning.policy().id()));
    }
    return terms;
  }

  /** The words for what an entry says; the same as those for the decision it was made of. */
  public static SortedSet<String> of(Statement statement) {
    SortedSet<String> terms = new TreeSet<>();
    if (statement.kind() != EntryKind.DECISION) {
      return terms;
    }
    JsonNode facts = JSON.readTree(statement.facts());
    JsonNode said = JSON.readTree(statement.said());
    terms.add(outcome(said.path("outcome").asString()));
    if (facts.has("payer")) {
      terms.add(payer(facts.path("payer").asString()));
    }
    for (JsonNode line : facts.path("lines")) {
      terms.add(code(line.path("code").asString()));
    }
    for (JsonNode suggestion : said.path("suggestions")) {
      terms.add(code(suggestion.path("code").asString()));
      terms.add(policy(suggestion.at("/policy/id").asString()));
    }
    for (JsonNode warning : said.path("warnings")) {
      terms.add(policy(warning.at("/policy/id").asString()));
    }
    return terms;
  }
}
