package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.Outcome;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.Search.Order;
import org.preclaim.journal.chain.Terms;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.Refusal;

/** The query of a call that looks decisions up; all that is wrong with it is refused at once. */
final class DecisionQuery {

  private static final Set<String> KNOWN =
      Set.of("encounter", "from", "to", "policy", "code", "outcome", "payer", "limit", "page");
  private static final int LIMIT_DEFAULT = 50;
  private static final int LIMIT_MAX = 200;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Map<String, String[]> parameters;
  private final SortedSet<String> wrong = new TreeSet<>();

  private DecisionQuery(Map<String, String[]> parameters) {
    this.parameters = parameters;
  }

  static Search of(HttpServletRequest request) {
    return new DecisionQuery(request.getParameterMap()).search();
  }

  private Search search() {
    if (!KNOWN.containsAll(parameters.keySet())) {
      wrong.add("only " + String.join(", ", new TreeSet<>(KNOWN)));
    }
    SortedSet<String> terms = new TreeSet<>();
    add(terms, "policy", Terms.policy(""));
    add(terms, "code", Terms.code(""));
    add(terms, "payer", Terms.payer(""));
    add(terms, "outcome", Terms.outcome(""));
    String outcome = value("outcome");
    if (outcome != null
        && Arrays.stream(Outcome.values()).noneMatch(each -> each.word().equals(outcome))) {
      wrong.add("outcome as clean, suggestions, warnings or incomplete");
    }
    Long limit = number("limit");
    if (limit != null && (limit < 1 || limit > LIMIT_MAX)) {
      wrong.add("limit as 1 to " + LIMIT_MAX);
    }
    Search search =
        new Search(
            value("encounter"),
            time("from", 0),
            time("to", 1),
            terms,
            Order.NEWEST_FIRST,
            number("page"),
            limit == null ? LIMIT_DEFAULT : (int) Math.min(limit, LIMIT_MAX));
    if (!wrong.isEmpty()) {
      throw new Refusal(HttpProblems.badRequest("expected " + String.join("; ", wrong)));
    }
    return search;
  }

  private void add(SortedSet<String> terms, String name, String prefix) {
    String value = value(name);
    if (value != null) {
      terms.add(prefix + value);
    }
  }

  private @Nullable String value(String name) {
    String[] values = parameters.get(name);
    if (values == null) {
      return null;
    }
    if (values.length != 1 || values[0].isBlank()) {
      wrong.add(name + " once, with a value");
      return null;
    }
    return values[0];
  }

  private @Nullable Long number(String name) {
    String value = value(name);
    if (value != null && !NUMBER.matcher(value).matches()) {
      wrong.add(name + " as a whole number");
      return null;
    }
    return value == null ? null : Long.valueOf(value);
  }

  /** A moment, or a day in UTC; {@code daysOn} is 1 where the day itself is to be included. */
  private @Nullable Instant time(String name, int daysOn) {
    String value = value(name);
    if (value == null) {
      return null;
    }
    try {
      return value.indexOf('T') < 0
          ? LocalDate.parse(value).plusDays(daysOn).atStartOfDay().toInstant(ZoneOffset.UTC)
          : Instant.parse(value);
    } catch (DateTimeException notATime) {
      wrong.add(name + " as 2026-03-03 or 2026-03-03T10:15:30Z");
      return null;
    }
  }
}
