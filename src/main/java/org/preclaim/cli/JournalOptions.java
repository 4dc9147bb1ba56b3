package org.preclaim.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.Journal;
import org.preclaim.journal.JournalCopy;
import org.preclaim.journal.JournalReader;
import picocli.CommandLine.Option;

/** Where the journal is. */
final class JournalOptions {

  /**
   * The one setting of whoever keeps the journal elsewhere, as property of Java and in the
   * environment.
   */
  static final String PROPERTY = "preclaim.journal.url";

  private static final String VARIABLE = "PRECLAIM_JOURNAL_URL";
  private static final String FILE = "journal.db";

  @Option(
      names = "--journal",
      paramLabel = "URL|FILE",
      description =
          "The journal: a SQLite file, or jdbc:postgresql:… (default: what PRECLAIM_JOURNAL_URL or"
              + " -Dpreclaim.journal.url say, else journal.db in the data folder).")
  @Nullable String journal;

  /** The address that counts. */
  String address(Path dataFolder) {
    if (journal != null) {
      return journal;
    }
    String property = System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, ""));
    return property.isBlank() ? dataFolder.resolve(FILE).toString() : property;
  }

  /** The journal, opened for use. */
  Journal open(Path dataFolder, Clock clock) {
    try {
      return Journal.open(address(dataFolder), clock);
    } catch (IllegalArgumentException noJournal) {
      throw noJournal(noJournal);
    }
  }

  /** The journal that there is, opened for use; none is made. */
  Journal existing(Path dataFolder, Clock clock) {
    try {
      return Journal.existing(address(dataFolder), clock);
    } catch (IllegalArgumentException noJournal) {
      throw noJournal(noJournal);
    }
  }

  /** The journal, to be read only. */
  JournalCopy read(Path dataFolder) {
    try {
      return JournalCopy.at(address(dataFolder));
    } catch (IllegalArgumentException noJournal) {
      throw noJournal(noJournal);
    }
  }

  /** The journal in its database, to be read entry by entry. */
  JournalReader reader(Path dataFolder) {
    try {
      return JournalReader.open(address(dataFolder));
    } catch (IllegalArgumentException noJournal) {
      throw noJournal(noJournal);
    }
  }

  /** Entries in words. */
  static String entries(long count) {
    return count == 1 ? "1 entry" : count + " entries";
  }

  private static UserError noJournal(IllegalArgumentException address) {
    return new UserError(Objects.requireNonNullElse(address.getMessage(), "no journal"));
  }
}
