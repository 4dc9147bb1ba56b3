package org.preclaim.benchmark.peers;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.preclaim.benchmark.GeneratedEncounters;
import org.preclaim.benchmark.GeneratedEncounters.Kind;
import org.preclaim.benchmark.GeneratedRow;
import org.preclaim.benchmark.GeneratedRows;
import org.preclaim.benchmark.Hit;
import org.preclaim.benchmark.SideBySide;
import org.preclaim.encounter.Encounter;
import org.preclaim.handwritten.HandWrittenTable;

/**
 * The product and other engines on the same generated rows, each in processes of its own and beside
 * the hand-written rows, which it has to agree with before anything is measured.
 *
 * <p>Without arguments: every cell, two processes each. With numbers of rows and names of
 * contestants: each of these with each of those, those too that take minutes.
 */
public final class PeersBenchmark {

  private static final long SEED = 20261122L;
  private static final int ENCOUNTERS = 32;
  private static final int FORKS = 2;
  private static final double WARM_UP_SECONDS = 4;
  private static final String RESULT = "RESULT\t";
  private static final PrintStream OUT = System.out;

  private PeersBenchmark() {}

  /** Runs. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 3 && arguments[0].equals("fork")) {
      fork(Integer.parseInt(arguments[1]), Contestant.valueOf(arguments[2]));
    } else {
      runAll(List.of(arguments));
    }
  }

  private static void runAll(List<String> wanted) throws IOException, InterruptedException {
    OUT.printf(
        "java %s, %d processors%n", Runtime.version(), Runtime.getRuntime().availableProcessors());
    for (int rows : List.of(100, 1_000, 10_000)) {
      for (Contestant contestant : Contestant.values()) {
        boolean named =
            wanted.contains(Integer.toString(rows)) && wanted.contains(contestant.name());
        if (named || (wanted.isEmpty() && rows <= contestant.rowsMax)) {
          compare(rows, contestant);
        }
      }
    }
  }

  /** Both forks of one contestant, as lines of a table. */
  private static void compare(int rows, Contestant contestant)
      throws IOException, InterruptedException {
    Map<String, List<double[]>> byKind = new TreeMap<>();
    for (int fork = 0; fork < FORKS; fork++) {
      for (String line : output(rows, contestant)) {
        String[] parts = line.substring(RESULT.length()).split("\t", -1);
        double[] values = new double[parts.length - 1];
        for (int at = 0; at < values.length; at++) {
          values[at] = Double.parseDouble(parts[at + 1]);
        }
        byKind.computeIfAbsent(parts[0], kind -> new ArrayList<>()).add(values);
      }
    }
    byKind.forEach((kind, forks) -> print(rows, contestant, kind, forks));
  }

  private static void print(int rows, Contestant contestant, String kind, List<double[]> forks) {
    OUT.printf(
        Locale.ROOT,
        "%-7s %6d %-16s %-13s hits %5.1f  %12.2f µs  hand %8.3f µs  ratio %10.1f [%.1f-%.1f]"
            + "  %9.0f bytes  build %7.2f s%n",
        contestant.workload(),
        rows,
        contestant,
        kind,
        mean(forks, 5),
        mean(forks, 0),
        mean(forks, 1),
        mean(forks, 2),
        forks.stream().mapToDouble(values -> values[3]).min().orElse(0),
        forks.stream().mapToDouble(values -> values[4]).max().orElse(0),
        mean(forks, 7),
        mean(forks, 6));
  }

  private static double mean(List<double[]> forks, int at) {
    return forks.stream().mapToDouble(values -> values[at]).average().orElse(0);
  }

  private static List<String> output(int rows, Contestant contestant)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms1g",
                "-Xmx6g",
                "-cp",
                System.getProperty("java.class.path"),
                PeersBenchmark.class.getName(),
                "fork",
                Integer.toString(rows),
                contestant.name())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> results =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith(RESULT))
            .toList();
    if (process.waitFor() != 0 || results.isEmpty()) {
      throw new IllegalStateException(
          contestant
              + " with "
              + rows
              + " rows failed; run `fork "
              + rows
              + " "
              + contestant
              + "`");
    }
    return results;
  }

  private static void fork(int count, Contestant contestant) throws Exception {
    List<GeneratedRow> rows =
        contestant.mixed
            ? GeneratedRows.mixed(count, SEED, 10_000)
            : GeneratedRows.single(count, SEED, 10_000);
    HandWrittenTable byHand = new HandWrittenTable(rows);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Peer peer = contestant.build(rows);
    double buildSeconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    List<List<Encounter>> encountersByKind = new ArrayList<>();
    for (Kind kind : Kind.ALL) {
      encountersByKind.add(GeneratedEncounters.of(rows, kind, ENCOUNTERS, SEED));
    }
    List<Encounter> all = encountersByKind.stream().flatMap(List::stream).toList();
    double[] hits =
        encountersByKind.stream().mapToDouble(each -> verify(each, byHand, peer)).toArray();
    SideBySide.warmUp(all, encounter -> byHand.judge(encounter).size(), 1);
    SideBySide.warmUp(all, encounter -> peer.judge(encounter).size(), WARM_UP_SECONDS);
    for (int at = 0; at < hits.length; at++) {
      Kind kind = Kind.ALL.get(at);
      List<Encounter> encounters = encountersByKind.get(at);
      SideBySide.Measured measured =
          SideBySide.measure(
              encounters,
              encounter -> byHand.judge(encounter).size(),
              encounter -> peer.judge(encounter).size());
      OUT.printf(
          Locale.ROOT,
          RESULT + "%s\t%f\t%f\t%f\t%f\t%f\t%f\t%f\t%f%n",
          kind.name(),
          measured.micros(),
          measured.baseMicros(),
          measured.ratio(),
          measured.ratioLow(),
          measured.ratioHigh(),
          hits[at],
          buildSeconds,
          measured.bytes());
    }
  }

  /** Throws unless both find the same; how much that is for an encounter. */
  private static double verify(List<Encounter> encounters, HandWrittenTable byHand, Peer peer) {
    int hits = 0;
    for (Encounter encounter : encounters) {
      List<Hit> expected = Hit.sorted(byHand.judge(encounter));
      List<Hit> found = Hit.sorted(peer.judge(encounter));
      if (!found.equals(expected)) {
        throw new IllegalStateException("expected " + expected + " but found " + found);
      }
      hits += expected.size();
    }
    return (double) hits / encounters.size();
  }
}
