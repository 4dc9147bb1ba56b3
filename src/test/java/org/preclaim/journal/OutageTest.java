package org.preclaim.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.Databases;
import org.preclaim.fixtures.JournalDrafts;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.Receipt;

/** Nothing is answered that was not recorded, and the journal works again by itself. */
class OutageTest {

  private final JournalDrafts drafts = new JournalDrafts(5);

  @Test
  void disk_full_failsAndResumesOnceThereIsRoom(@TempDir Path folder) {
    Path file = folder.resolve("journal.db");
    try (Journal journal =
        Journal.open("jdbc:sqlite:" + file + "?max_page_count=200", SampleDesk.CLOCK)) {
      journal.keep(JournalDrafts.release());
      long recorded = 0;
      String fault = record(journal);
      while (fault.isEmpty()) {
        recorded++;
        fault = record(journal);
      }

      assertThat(fault).isEqualTo("JOURNAL-UNAVAILABLE the disk or its quota is full");
      assertThat(recorded).isPositive();
      assertThat(JournalCopy.at(file.toString()).root().sequence()).isEqualTo(recorded);
      journal.retain(Instant.parse("2030-01-01T00:00:00Z"), "R1", "test");
      assertThat(record(journal)).isEmpty();
    }
    JournalCopy.at(file.toString()).verify(null);
  }

  @Test
  void postgres_readOnlyForAWhile_failsAndResumes() throws Exception {
    String address = Databases.POSTGRESQL.fresh();
    try (Journal journal = open(address)) {
      assertThat(record(journal)).isEmpty();
      execute(
          address,
          "ALTER DATABASE " + database(address) + " SET default_transaction_read_only = on");
      disconnectOthers(address);

      assertThat(record(journal)).startsWith("JOURNAL-UNAVAILABLE ");
      assertThat(record(journal)).isEqualTo("JOURNAL-UNAVAILABLE the database may only be read");
      execute(
          address,
          "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE",
          "ALTER DATABASE " + database(address) + " SET default_transaction_read_only = off");
      disconnectOthers(address);
      record(journal);
      assertThat(record(journal)).isEmpty();
    }
    assertThat(JournalCopy.at(address).verify(null).entries()).isBetween(2L, 3L);
  }

  @Test
  void postgres_stoppedAndStarted_failsAndResumes(@TempDir Path folder) throws Exception {
    EmbeddedPostgres first = postgres(folder, 0);
    int port = first.getPort();
    String address = first.getJdbcUrl("postgres", "postgres");
    try (Journal journal = open(address)) {
      assertThat(record(journal)).isEmpty();
      first.close();

      assertThat(record(journal)).startsWith("JOURNAL-UNAVAILABLE the database");
      assertThat(record(journal)).isEqualTo("JOURNAL-UNAVAILABLE the database cannot be reached");
      try (EmbeddedPostgres second = postgres(folder, port)) {
        assertThat(second.getPort()).isEqualTo(port);
        assertThat(record(journal)).isEmpty();
        assertThat(JournalCopy.at(address).verify(null).entries()).isEqualTo(2);
      }
    }
  }

  private static EmbeddedPostgres postgres(Path folder, int port) throws Exception {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("pg"))
            .setCleanDataDirectory(false);
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  private static Journal open(String address) {
    Journal journal = Journal.open(address, SampleDesk.CLOCK);
    journal.keep(JournalDrafts.release());
    return journal;
  }

  /** What went wrong; empty where the next decision was recorded. */
  private String record(Journal journal) {
    CompletionException failed =
        catchThrowableOfType(
            CompletionException.class,
            () ->
                assertThat(journal.record(drafts.next()).join())
                    .isInstanceOf(Receipt.Recorded.class));
    if (failed == null) {
      return "";
    }
    assertThat(failed.getCause()).isInstanceOf(JournalFault.class);
    return outline((JournalFault) Objects.requireNonNull(failed.getCause()));
  }

  private static String outline(JournalFault fault) {
    return fault.problem().code() + " " + fault.problem().message();
  }

  private static String database(String address) {
    return address.replaceFirst(".*/([a-z0-9]+)\\?.*", "$1");
  }

  private static void disconnectOthers(String address) throws Exception {
    execute(
        address,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            + " AND datname = current_database()");
  }

  private static void execute(String address, String... sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement()) {
      for (String each : sql) {
        statement.execute(each);
      }
    }
  }
}
