package org.preclaim.journal.store;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.JournalProblemCode;

/** The tables of a journal. */
final class Schema {

  private static final String HISTORY = "journal_schema";
  private static final String MIGRATIONS = "classpath:db/journal";

  /** All tables that the migrations make. */
  static final List<String> TABLES =
      List.of(
          "journal_head",
          "journal_batch",
          "journal_entry",
          "journal_personal",
          "journal_term",
          "journal_release",
          "journal_file",
          "journal_step",
          "api_caller",
          "api_key");

  private Schema() {}

  /** Makes the tables where there are none, and brings those of an earlier version up to date. */
  static void prepare(Database database) {
    try {
      Flyway.configure()
          .dataSource(database.forWriting())
          .locations(MIGRATIONS)
          .table(HISTORY)
          .placeholders(database.words())
          // Its tables may stand in a database beside those of others.
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (FlywayException refused) {
      throw new JournalFault(
          new Failures(database)
              .problem(
                  JournalProblemCode.UNAVAILABLE,
                  "its tables cannot be made or brought up to date"),
          refused);
    }
  }
}
