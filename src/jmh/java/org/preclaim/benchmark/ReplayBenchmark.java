package org.preclaim.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Door;
import org.preclaim.desk.OpenRelease;
import org.preclaim.desk.PendingDecision;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.artefact.ArtefactFolder;
import org.preclaim.journal.Journal;
import org.preclaim.journal.JournalReader;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyFolder;
import org.preclaim.replay.Basis;
import org.preclaim.replay.Pace;
import org.preclaim.replay.PastReleases;
import org.preclaim.replay.Replay;
import org.preclaim.replay.Report;
import org.preclaim.replay.Selection;
import org.preclaim.table.Scenario;
import org.preclaim.table.Workbook;

/**
 * Records decisions about the shipped scenarios under three releases, and replays them with one
 * worker and with as many as there are processors. Every one must come out the same.
 */
public final class ReplayBenchmark {

  private static final int ENTRIES = 100_000;
  private static final int RELEASES = 3;
  private static final int OPEN_MAX = 256;
  private static final int PAGE = 2_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final PrintStream OUT = System.out;

  private final Path data;
  private final ArtefactFolder compiled;

  private ReplayBenchmark(Path data) {
    this.data = data;
    this.compiled = new ArtefactFolder(data.resolve("compiled"), OUT::println);
  }

  /** Takes the number of entries. */
  public static void main(String[] arguments)
      throws IOException, ProblemsException, InterruptedException {
    int entries = arguments.length == 0 ? ENTRIES : Integer.parseInt(arguments[0]);
    OUT.printf("java %s%n", Runtime.version());
    ReplayBenchmark benchmark =
        new ReplayBenchmark(Files.createTempDirectory(Path.of("target"), "replay-benchmark"));
    for (int release = 0; release < RELEASES; release++) {
      benchmark.record(release, entries / RELEASES + (release < entries % RELEASES ? 1 : 0));
    }
    OUT.println("| workers | entries a second | not the same |");
    OUT.println("| --- | --- | --- |");
    benchmark.replay(new Pace(1, PAGE));
    benchmark.replay(Pace.ofMachine());
  }

  private void record(int number, int entries) throws IOException, ProblemsException {
    PolicyFolder folder = PolicyFolder.open(copied(number));
    OpenRelease release = OpenRelease.of(folder, compiled);
    List<Encounter> encounters = scenarios(folder);
    Journal journal = Journal.open(journal(), Clock.systemUTC());
    long start = System.nanoTime();
    Deque<PendingDecision> open = new ArrayDeque<>();
    try (Desk desk =
        new Desk(release, ReferenceStore.open(data), data, Clock.systemUTC(), journal)) {
      for (int entry = 0; entry < entries; entry++) {
        open.add(desk.submit(encounters.get(entry % encounters.size()), Door.CHECK));
        if (open.size() == OPEN_MAX) {
          open.remove().await();
        }
      }
      open.forEach(PendingDecision::await);
      OUT.printf("%s: %d entries, %.0f/s%n", desk.release().id(), entries, rate(entries, start));
    }
  }

  /** The shipped policies with more comment in their rules, which makes another release of them. */
  private Path copied(int number) throws IOException {
    Path folder = data.resolve("policies-" + number);
    for (String below : List.of(PolicyFolder.RULES, PolicyFolder.TABLES)) {
      Path into = Files.createDirectories(folder.resolve(below));
      try (Stream<Path> files = Files.list(Path.of(below))) {
        for (Path file : files.toList()) {
          Path copy = Files.copy(file, into.resolve(file.getFileName()));
          if (copy.toString().endsWith(".drl")) {
            Files.writeString(copy, "// a year\n".repeat(number) + Files.readString(file));
          }
        }
      }
    }
    return folder;
  }

  private static List<Encounter> scenarios(PolicyFolder folder)
      throws IOException, ProblemsException {
    List<Encounter> encounters = new ArrayList<>();
    PolicyFolder.read(folder.stored()).families().stream()
        .map(Family::workbook)
        .filter(Objects::nonNull)
        .map(Workbook::scenarios)
        .flatMap(List::stream)
        .map(Scenario::encounter)
        .forEach(encounters::add);
    return encounters;
  }

  private void replay(Pace pace) throws IOException, ProblemsException, InterruptedException {
    try (JournalReader reader = JournalReader.open(journal())) {
      PastReleases releases = new PastReleases(reader, ReferenceStore.open(data), compiled);
      Replay replay = Replay.of(Selection.ALL, new Basis.ThatDay(), releases, pace, null);
      long start = System.nanoTime();
      Report report = replay.run((done, of) -> {}, () -> false);
      Report.Entries entries = report.entries();
      OUT.printf(
          Locale.ROOT,
          "| %d | %,.0f | %d |%n",
          pace.workers(),
          rate(entries.chosen(), start),
          entries.chosen() - entries.same());
    }
  }

  private static double rate(long entries, long start) {
    return entries / ((System.nanoTime() - start) / NANOS_PER_SECOND);
  }

  private String journal() {
    return data.resolve("journal.db").toString();
  }
}
