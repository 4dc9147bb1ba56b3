package org.preclaim.journal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A journal in a file, with nothing to install. Several processes of one machine may write to it.
 *
 * @param file the database; SQLite keeps two more beside it while it is in use
 * @param parameters of its JDBC URL, from the question mark on: pragmas for each connection
 */
public record SqliteFile(Path file, String parameters) implements Database {

  static final String PREFIX = "jdbc:sqlite:";

  private static final int BUSY_MILLIS = 10_000;
  private static final int PRIMARY_CODE = 0xff;

  /** How long those who read are waited for, and how often it is looked whether they ended. */
  private static final long FORGET_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final long FORGET_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** The journal of a JDBC URL. */
  static SqliteFile of(String url) {
    String path = url.substring(PREFIX.length());
    int parameters = path.indexOf('?');
    return parameters < 0
        ? new SqliteFile(Path.of(path), "")
        : new SqliteFile(Path.of(path.substring(0, parameters)), path.substring(parameters));
  }

  @Override
  public String name() {
    return file.toString();
  }

  /** Makes the file, which only its owner can read, where there is none. */
  @Override
  public DataSource forWriting() {
    make();
    SQLiteConfig config = config();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    // Erased facts are overwritten, not only unlinked.
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return source(config);
  }

  @Override
  public DataSource forReading() {
    SQLiteConfig config = config();
    config.setReadOnly(true);
    return source(config);
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    // A database that came from elsewhere can bring functions of its own in its schema.
    config.setPragma(SQLiteConfig.Pragma.LOAD_EXTENSION, "false");
    return config;
  }

  private DataSource source(SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(PREFIX + file + parameters);
    return source;
  }

  private void make() {
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
      }
      Files.createFile(file, ownerOnly(file, "rw-------"));
    } catch (FileAlreadyExistsException existsAlready) {
      // Then it is the journal of last time, or SQLite will say what it is.
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public Map<String, String> words() {
    return Map.of("sequence", "INTEGER", "rowless", "WITHOUT ROWID", "bytes", "BLOB");
  }

  /** A transaction that writes has the file to itself from its beginning. */
  @Override
  public String locking() {
    return "";
  }

  @Override
  public @Nullable String words(SQLException failure) {
    SQLiteErrorCode code = code(failure);
    if (code == null) {
      return null;
    }
    return switch (code) {
      case SQLITE_FULL -> "the disk or its quota is full";
      case SQLITE_BUSY, SQLITE_LOCKED -> "another process holds the file for too long";
      case SQLITE_READONLY, SQLITE_PERM -> "the file may only be read";
      case SQLITE_CANTOPEN -> "the file cannot be opened";
      case SQLITE_CORRUPT -> "the file is damaged";
      case SQLITE_NOTADB -> "the file is no SQLite database";
      case SQLITE_IOERR -> "the disk reports an error";
      case SQLITE_ERROR -> "a table or column of the journal is missing";
      default -> null;
    };
  }

  @Override
  public boolean refusesContent(SQLException failure) {
    SQLiteErrorCode code = code(failure);
    return code == SQLiteErrorCode.SQLITE_CONSTRAINT
        || code == SQLiteErrorCode.SQLITE_TOOBIG
        || code == SQLiteErrorCode.SQLITE_MISMATCH;
  }

  /** The result code without what SQLite says in more detail. */
  private static @Nullable SQLiteErrorCode code(SQLException failure) {
    return failure instanceof SQLiteException sqlite
        ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY_CODE)
        : null;
  }

  /**
   * What was overwritten stands in the write-ahead log only until that is written back, and the log
   * holds what was inserted; both wait for those who read an earlier moment.
   */
  @Override
  public boolean forget(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Who waits within SQLite keeps others from writing meanwhile.
      statement.execute("PRAGMA busy_timeout = 0");
      try {
        return emptied(statement);
      } finally {
        statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
      }
    }
  }

  private static boolean emptied(Statement statement) throws SQLException {
    long end = System.nanoTime() + FORGET_NANOS;
    boolean emptied = isEmptied(statement);
    Thread waiting = Thread.currentThread();
    while (!emptied && !waiting.isInterrupted() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(FORGET_PAUSE_NANOS);
      emptied = isEmptied(statement);
    }
    return emptied;
  }

  /** SQLite says in a row, not by an error, that somebody was in the way. */
  private static boolean isEmptied(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      return row.next() && row.getInt("busy") == 0;
    }
  }

  @Override
  public @Nullable String absence() {
    if (Files.isDirectory(file)) {
      return "it is a folder: expected the file of a journal";
    }
    return Files.exists(file) ? null : "there is no such file: expected a journal";
  }

  @Override
  public @Nullable String damage(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("PRAGMA quick_check(1)")) {
      boolean sound = found.next() && "ok".equals(found.getString(1));
      return sound ? null : "the pages of the file do not fit together";
    }
  }

  /** The file is the journal's alone. */
  @Override
  public @Nullable String foreign(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')"
                    + " ORDER BY name LIMIT 1")) {
      return found.next() ? "a " + found.getString(1) + ", `" + found.getString(2) + "`," : null;
    }
  }
}
