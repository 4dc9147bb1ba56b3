package org.preclaim.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Door;
import org.preclaim.desk.OpenRelease;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.fixtures.Databases;
import org.preclaim.journal.Journal;
import org.preclaim.journal.JournalCopy;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyFolder;
import org.preclaim.table.Scenario;
import org.preclaim.table.Workbook;

/**
 * What evidence costs: decisions a second with the journal on and off, in turns, by clients that
 * each wait for their answer, and the bytes that a decision takes. The encounters are the scenarios
 * of the shipped policies.
 */
public final class JournalBenchmark {

  private static final int ROUNDS = 7;
  private static final int WARM_UP_TURNS = 5;
  private static final long TURN_NANOS = 1_000_000_000L;
  private static final List<Integer> CLIENTS = List.of(1, 4, 16);
  private static final PrintStream OUT = System.out;

  private JournalBenchmark() {}

  /** Measures on both databases. */
  public static void main(String[] arguments)
      throws IOException, ProblemsException, SQLException, InterruptedException {
    OUT.printf("java %s%n", Runtime.version());
    PolicyFolder folder = PolicyFolder.open(Path.of(""));
    OpenRelease release = OpenRelease.of(folder, ArtefactCache.none());
    List<Encounter> encounters = scenarios(folder);
    Path data = Files.createTempDirectory(Path.of("target"), "journal-benchmark");
    ReferenceStore reference = ReferenceStore.open(data);
    Desk off = new Desk(release, reference, data, Clock.systemUTC());
    OUT.println("| database | clients | off, a second | on, a second | ratio |");
    OUT.println("| --- | --- | --- | --- | --- |");
    for (Databases kind : Databases.values()) {
      String address =
          kind == Databases.SQLITE ? data.resolve("journal.db").toString() : kind.fresh();
      Journal journal = Journal.open(address, Clock.systemUTC());
      try (Desk on = new Desk(release, reference, data, Clock.systemUTC(), journal)) {
        for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
          turn(off, encounters, CLIENTS.get(CLIENTS.size() - 1));
          turn(on, encounters, CLIENTS.get(CLIENTS.size() - 1));
        }
        for (int clients : CLIENTS) {
          compare(kind, clients, off, on, encounters);
        }
      }
      long entries = JournalCopy.at(address).verify(null).entries();
      OUT.printf(
          Locale.ROOT,
          "| %s | bytes a decision | | %,d | |%n",
          kind,
          bytes(kind, address) / entries);
    }
  }

  private static List<Encounter> scenarios(PolicyFolder folder) throws ProblemsException {
    return folder.release().families().stream()
        .map(Family::workbook)
        .filter(Objects::nonNull)
        .map(Workbook::scenarios)
        .flatMap(List::stream)
        .map(Scenario::encounter)
        .toList();
  }

  /** The median over rounds in which both have their turn. */
  private static void compare(
      Databases kind, int clients, Desk off, Desk on, List<Encounter> encounters)
      throws InterruptedException {
    double[] without = new double[ROUNDS];
    double[] with = new double[ROUNDS];
    double[] ratio = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      without[round] = turn(off, encounters, clients);
      with[round] = turn(on, encounters, clients);
      ratio[round] = with[round] / without[round];
    }
    Arrays.sort(without);
    Arrays.sort(with);
    Arrays.sort(ratio);
    OUT.printf(
        Locale.ROOT,
        "| %s | %d | %,.0f | %,.0f | %.2f [%.2f–%.2f] |%n",
        kind,
        clients,
        without[ROUNDS / 2],
        with[ROUNDS / 2],
        ratio[ROUNDS / 2],
        ratio[0],
        ratio[ROUNDS - 1]);
  }

  /** Decisions a second. */
  private static double turn(Desk desk, List<Encounter> encounters, int clients)
      throws InterruptedException {
    LongAdder decisions = new LongAdder();
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      int first = client * 31;
      Thread thread =
          new Thread(
              () -> {
                for (int i = first; System.nanoTime() - start < TURN_NANOS; i++) {
                  desk.decide(encounters.get(i % encounters.size()), Door.HTTP);
                  decisions.increment();
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return decisions.sum() * 1e9 / (System.nanoTime() - start);
  }

  private static long bytes(Databases kind, String address) throws IOException, SQLException {
    if (kind == Databases.SQLITE) {
      return Files.size(Path.of(address));
    }
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT SUM(pg_total_relation_size(oid)) FROM pg_class"
                    + " WHERE relname LIKE 'journal_%' AND relkind = 'r'")) {
      row.next();
      return row.getLong(1);
    }
  }
}
