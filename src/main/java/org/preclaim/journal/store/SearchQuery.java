package org.preclaim.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.EntryKind;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.Terms;

/**
 * The query of a search. Where it names terms, one of them leads: its entries are listed in their
 * order, so that a page is read from there and not found among all entries.
 */
final class SearchQuery {

  private final StringBuilder sql;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /**
   * The query that {@code search} asks.
   *
   * @param select what of each entry {@code e} with its personal facts {@code p}
   */
  SearchQuery(String select, Search search) {
    sql = new StringBuilder(select);
    boolean newest = search.order() == Search.Order.NEWEST_FIRST;
    List<String> terms = new ArrayList<>(search.terms());
    terms.sort(Comparator.comparingInt(Terms::commonness));
    // An encounter has few entries, which are listed as well.
    boolean led = !terms.isEmpty() && search.encounterId() == null;
    String sequence = led ? "t.sequence" : "e.sequence";
    if (led) {
      // SQLite reads the tables of a CROSS JOIN in the order in which they are written.
      sql.append(" FROM journal_term t CROSS JOIN journal_entry e");
      condition("t.term = ?", terms.remove(0));
      conditions.add("e.sequence = t.sequence");
    } else {
      sql.append(" FROM journal_entry e");
    }
    sql.append(Rows.WITH_PERSONAL);
    condition(sequence + (newest ? " < ?" : " > ?"), search.beyond());
    for (String term : terms) {
      condition(
          "EXISTS (SELECT 1 FROM journal_term o WHERE o.term = ? AND o.sequence = "
              + sequence
              + ")",
          term);
    }
    condition("e.kind = ?", EntryKind.DECISION.word());
    condition("p.encounter_id = ?", search.encounterId());
    condition("e.at_millis >= ?", millis(search.from()));
    condition("e.at_millis < ?", millis(search.until()));
    values.add(search.limit());
    sql.append(" WHERE ")
        .append(String.join(" AND ", conditions))
        .append(" ORDER BY ")
        .append(sequence)
        .append(newest ? " DESC LIMIT ?" : " LIMIT ?");
  }

  /** The query with its values, for whoever closes it. */
  PreparedStatement on(Connection connection) throws SQLException {
    return on(connection, "");
  }

  /** The same with {@code before} in front of it. */
  PreparedStatement on(Connection connection, String before) throws SQLException {
    PreparedStatement query = connection.prepareStatement(before + sql);
    for (int index = 0; index < values.size(); index++) {
      query.setObject(index + 1, values.get(index));
    }
    return query;
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private void condition(String condition, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.add(value);
    }
  }
}
