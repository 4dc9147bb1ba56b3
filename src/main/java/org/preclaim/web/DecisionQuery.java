package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import org.preclaim.decision.Outcome;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.Search.Order;
import org.preclaim.journal.chain.Terms;
import org.preclaim.journal.chain.WrittenTime;

/** The query of a call that looks decisions up. */
final class DecisionQuery {

  private static final String[] KNOWN = {
    "encounter", "from", "to", "policy", "code", "outcome", "payer", "limit", "page"
  };
  private static final int LIMIT_DEFAULT = 50;
  private static final int LIMIT_MAX = 200;

  private final Query query;

  private DecisionQuery(Query query) {
    this.query = query;
  }

  static Search of(HttpServletRequest request) {
    return new DecisionQuery(Query.of(request, KNOWN)).search();
  }

  private Search search() {
    SortedSet<String> terms = new TreeSet<>();
    add(terms, "policy", Terms.policy(""));
    add(terms, "code", Terms.code(""));
    add(terms, "payer", Terms.payer(""));
    add(terms, "outcome", Terms.outcome(""));
    String outcome = query.value("outcome");
    if (outcome != null
        && Arrays.stream(Outcome.values()).noneMatch(each -> each.word().equals(outcome))) {
      query.expect("outcome as clean, suggestions, warnings or incomplete");
    }
    Long limit = query.number("limit");
    if (limit != null && (limit < 1 || limit > LIMIT_MAX)) {
      query.expect("limit as 1 to " + LIMIT_MAX);
    }
    Search search =
        new Search(
            query.value("encounter"),
            query.read("from", WrittenTime.EXPECTED, WrittenTime::from),
            query.read("to", WrittenTime.EXPECTED, WrittenTime::until),
            terms,
            Order.NEWEST_FIRST,
            query.number("page"),
            limit == null ? LIMIT_DEFAULT : (int) Math.min(limit, LIMIT_MAX));
    query.end();
    return search;
  }

  private void add(SortedSet<String> terms, String name, String prefix) {
    String value = query.value(name);
    if (value != null) {
      terms.add(prefix + value);
    }
  }
}
