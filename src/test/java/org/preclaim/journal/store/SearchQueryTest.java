package org.preclaim.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preclaim.fixtures.Databases;
import org.preclaim.fixtures.JournalDrafts;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.journal.Journal;
import org.preclaim.journal.chain.Draft;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.Search.Order;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.journal.chain.Terms;

class SearchQueryTest {

  private static final int ENTRIES = 60;
  private static final int PAGE = 7;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void search_byTermsPageByPage_findsWhatReadingAllFinds(Databases kind) {
    try (Journal journal = Journal.open(kind.fresh(), SampleDesk.CLOCK)) {
      SortedSet<String> terms = record(journal);
      List<StoredEntry> all = journal.search(Search.oldest(ENTRIES));
      assertThat(all).hasSize(ENTRIES);
      for (String one : terms) {
        for (String other : List.of(one, Terms.outcome("clean"), Terms.outcome("warned"))) {
          List<String> both = List.of(one, other);
          List<StoredEntry> expected =
              all.stream()
                  .filter(each -> Terms.of(each.entry().statement()).containsAll(both))
                  .toList();
          assertThat(pages(journal, both, Order.OLDEST_FIRST)).as("%s", both).isEqualTo(expected);
          List<StoredEntry> newest = new ArrayList<>(expected);
          Collections.reverse(newest);
          assertThat(pages(journal, both, Order.NEWEST_FIRST)).as("%s", both).isEqualTo(newest);
        }
      }
    }
  }

  private static SortedSet<String> record(Journal journal) {
    JournalDrafts drafts = new JournalDrafts(17);
    journal.keep(JournalDrafts.release());
    TreeSet<String> terms = new TreeSet<>();
    for (int i = 0; i < ENTRIES; i++) {
      Draft draft = drafts.next();
      terms.addAll(draft.terms());
      journal.record(draft).join();
    }
    return terms;
  }

  private static List<StoredEntry> pages(Journal journal, List<String> terms, Order order) {
    Search next = new Search(null, null, null, new TreeSet<>(terms), order, null, PAGE);
    List<StoredEntry> found = new ArrayList<>();
    List<StoredEntry> page = journal.search(next);
    while (!page.isEmpty()) {
      found.addAll(page);
      next = next.beyond(page.get(page.size() - 1).entry().sequence());
      page = journal.search(next);
    }
    return found;
  }

  @Test
  void search_byAnyTerm_readsNoWholeTable() throws Exception {
    String address = Databases.SQLITE.fresh();
    Journal.open(address, SampleDesk.CLOCK).close();
    String policy = Terms.policy("P-1");
    String code = Terms.code("99213");
    String payer = Terms.payer("P");
    String outcome = Terms.outcome("clean");
    List<List<String>> choices =
        List.of(
            List.of(policy),
            List.of(code),
            List.of(payer),
            List.of(outcome),
            List.of(outcome, policy),
            List.of(outcome, code, payer, policy));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + address)) {
      for (List<String> terms : choices) {
        for (Order order : Order.values()) {
          for (Search search : variants(terms, order)) {
            assertThat(plan(connection, search))
                .as("%s", search)
                .noneMatch(step -> step.startsWith("SCAN"));
          }
        }
      }
    }
  }

  private static List<Search> variants(List<String> terms, Order order) {
    TreeSet<String> sorted = new TreeSet<>(terms);
    Instant from = JournalDrafts.START;
    Instant until = from.plusSeconds(1);
    return List.of(
        new Search(null, null, null, sorted, order, null, 50),
        new Search(null, null, null, sorted, order, 1000L, 50),
        new Search(null, from, null, sorted, order, null, 50),
        new Search(null, from, until, sorted, order, 1000L, 50),
        new Search("E-1", null, null, sorted, order, null, 50));
  }

  @Test
  void search_byCommonAndRareTerms_isLedByTheRareOne() throws Exception {
    String address = Databases.SQLITE.fresh();
    Journal.open(address, SampleDesk.CLOCK).close();
    Search search =
        new Search(
            null,
            null,
            null,
            new TreeSet<>(List.of(Terms.outcome("clean"), Terms.policy("P-1"))),
            Order.NEWEST_FIRST,
            null,
            50);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + address)) {
      assertThat(plan(connection, search))
          .first()
          .asString()
          .isEqualTo("SEARCH t USING PRIMARY KEY (term=?)");
      assertThat(plan(connection, search)).noneMatch(step -> step.contains("TEMP B-TREE"));
    }
  }

  private static List<String> plan(Connection connection, Search search) throws Exception {
    List<String> steps = new ArrayList<>();
    SearchQuery query = new SearchQuery(Rows.SELECT_BOTH, search);
    try (PreparedStatement statement = query.on(connection, "EXPLAIN QUERY PLAN ");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        steps.add(rows.getString("detail"));
      }
    }
    return steps;
  }
}
