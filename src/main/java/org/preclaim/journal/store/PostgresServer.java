package org.preclaim.journal.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A journal in a PostgreSQL database. Any number of services may write to it at once.
 *
 * @param url its JDBC URL, possibly with credentials
 */
public record PostgresServer(String url) implements Database {

  static final String PREFIX = "jdbc:postgresql:";

  private static final int CONNECT_SECONDS = 5;
  private static final int ANSWER_SECONDS = 30;
  private static final int CLASS = 2;

  /** Triggers that keep references are made by PostgreSQL itself. */
  private static final String FOREIGN =
      """
      SELECT 'trigger', t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE NOT t.tgisinternal AND c.relname = ANY (?) AND pg_table_is_visible(c.oid)
      UNION ALL
      SELECT 'rule', r.rulename, c.relname FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
      WHERE c.relname = ANY (?) AND pg_table_is_visible(c.oid)
      ORDER BY 3, 2
      """;

  @Override
  public String name() {
    int query = url.indexOf('?');
    String plain = query < 0 ? url : url.substring(0, query);
    return plain.replaceFirst("//[^/@]*@", "//");
  }

  @Override
  public DataSource forWriting() {
    PGSimpleDataSource source = source();
    source.setReWriteBatchedInserts(true);
    return source;
  }

  @Override
  public DataSource forReading() {
    PGSimpleDataSource source = source();
    source.setReadOnly(true);
    return source;
  }

  private PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setApplicationName("preclaim");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setTcpKeepAlive(true);
    source.setUrl(url);
    return source;
  }

  @Override
  public Map<String, String> words() {
    return Map.of("sequence", "BIGINT", "rowless", "", "bytes", "BYTEA");
  }

  @Override
  public String locking() {
    return " FOR UPDATE";
  }

  @Override
  public @Nullable String words(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null || state.length() < CLASS) {
      return null;
    }
    return switch (state.substring(0, CLASS)) {
      case "08" -> "the database cannot be reached";
      case "28" -> "the database does not accept the user or the password";
      case "3D" -> "there is no such database";
      case "42" -> "the user lacks a right or a table";
      case "53" -> "the database is out of space, memory or connections";
      case "57" -> "the database is stopping or starting";
      default -> state.equals("25006") ? "the database may only be read" : null;
    };
  }

  @Override
  public boolean refusesContent(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }

  /** Deleted rows go with the next vacuum, which PostgreSQL runs by itself. */
  @Override
  public boolean forget(Connection connection) {
    return true;
  }

  @Override
  public @Nullable String absence() {
    return null;
  }

  /** PostgreSQL checks its pages as it reads them, where its checksums are on. */
  @Override
  public @Nullable String damage(Connection connection) {
    return null;
  }

  /** Others may have what they like in the database beside the journal; a view is a rule too. */
  @Override
  public @Nullable String foreign(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(FOREIGN)) {
      Array tables = connection.createArrayOf("text", Schema.TABLES.toArray());
      query.setArray(1, tables);
      query.setArray(2, tables);
      try (ResultSet found = query.executeQuery()) {
        if (!found.next()) {
          return null;
        }
        String what = "a " + found.getString(1) + ", `" + found.getString(2) + "`";
        return what + " on " + found.getString(3) + ",";
      }
    }
  }
}
