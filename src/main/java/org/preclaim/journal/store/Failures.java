package org.preclaim.journal.store;

import java.sql.SQLException;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.JournalProblemCode;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/** Failures of the database as problems. A driver's message may quote a row, so it is left out. */
final class Failures {

  private static final String WRONG_ROW =
      "a row of it is not as it was written: `journal verify` names its entry";

  private final Database database;

  Failures(Database database) {
    this.database = database;
  }

  /** Said to whoever asked; nothing was changed. */
  JournalFault unavailable(SQLException failure) {
    return fault(JournalProblemCode.UNAVAILABLE, words(failure), failure);
  }

  /** Said of a journal that cannot be followed to its end. */
  JournalFault unreadable(SQLException failure) {
    return fault(JournalProblemCode.UNREADABLE, words(failure), failure);
  }

  /** Said of a row that was not written like that. */
  JournalFault unreadable(IllegalArgumentException damage) {
    return fault(JournalProblemCode.UNREADABLE, WRONG_ROW, damage);
  }

  /** Throws where there is nothing that could be a journal. */
  void requirePresent() {
    String absence = database.absence();
    if (absence != null) {
      throw new JournalFault(problem(JournalProblemCode.UNREADABLE, absence));
    }
  }

  private JournalFault fault(JournalProblemCode code, String message, Throwable cause) {
    return new JournalFault(problem(code, message), cause);
  }

  Problem problem(JournalProblemCode code, String message) {
    return new Problem(new Place.JournalEntry(database.name(), 0), code.code(), message);
  }

  private String words(SQLException failure) {
    if (failure instanceof Readers.AllBusy busy) {
      return "all " + busy.connections() + " connections for reading are busy: try again later";
    }
    String words = database.words(failure);
    if (words != null) {
      return words;
    }
    String state = failure.getSQLState();
    return "the database refuses, with SQLSTATE `"
        + (state == null ? "none" : state)
        + "` and code `"
        + failure.getErrorCode()
        + "`";
  }
}
