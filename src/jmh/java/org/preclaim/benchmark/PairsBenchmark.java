package org.preclaim.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.preclaim.encounter.Setting;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.PtpEdit;
import org.preclaim.reference.PtpTable;
import org.preclaim.reference.source.Progress;
import org.preclaim.reference.store.ImportRequest;
import org.preclaim.reference.store.ReferenceStore;

/**
 * The whole practitioner table of procedure pairs: a look-up in the packed table and in a map of
 * objects, half of them of pairs that are there, and the opening of the store. Needs the real file.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class PairsBenchmark {

  private static final Path FILE =
      Path.of("..", "shared", "data", "edits", "ccipra-v302r0-full.TXT.gz");
  private static final LocalDate DAY = LocalDate.of(2024, 8, 15);
  private static final int ASKED = 1 << 16;
  private static final long SEED = 20261122L;

  record Pair(String first, String second) {}

  private record Window(String from, String to, char indicator) {}

  private final List<Pair> asked = new ArrayList<>();
  private final Map<Pair, List<Window>> map = new HashMap<>();
  private Path data = Path.of("");
  private @Nullable PtpTable packed;
  private int next;

  /** Imports the file, says how long that took, and reads it into a map. */
  @Setup
  public void load() throws IOException, ProblemsException {
    data = Files.createTempDirectory("pairs");
    ReferenceStore store = ReferenceStore.open(data);
    ImportRequest request = new ImportRequest(List.of(ImportRequest.Source.of(FILE)), null, false);
    long start = System.nanoTime();
    store.importFiles(request, Progress.NONE);
    System.out.printf("imported in %.2f s%n", (System.nanoTime() - start) / 1e9);
    packed = Objects.requireNonNull(store.data().ptp(Setting.PRACTITIONER, DAY));
    System.out.println(packed.vintage());
    readIntoMap();
    ask();
  }

  private void readIntoMap() throws IOException {
    Map<String, String> codes = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.ISO_8859_1))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split("\t", -1);
        if (fields.length == 7 && fields[3].length() == 8) {
          Pair pair =
              new Pair(
                  codes.computeIfAbsent(fields[0], code -> code),
                  codes.computeIfAbsent(fields[1], code -> code));
          map.computeIfAbsent(pair, unseen -> new ArrayList<>(1))
              .add(new Window(fields[3], fields[4], fields[5].charAt(0)));
        }
      }
    }
  }

  private void ask() {
    Random random = new Random(SEED);
    List<Pair> pairs = new ArrayList<>(map.keySet());
    for (int i = 0; i < ASKED; i++) {
      Pair one = pairs.get(random.nextInt(pairs.size()));
      Pair other = pairs.get(random.nextInt(pairs.size()));
      asked.add(i % 2 == 0 ? one : new Pair(one.first(), other.second()));
    }
  }

  private Pair nextPair() {
    next = (next + 1) & (ASKED - 1);
    return asked.get(next);
  }

  /** What is asked. */
  List<Pair> asked() {
    return asked;
  }

  /** A look-up in the packed table. */
  @Benchmark
  public @Nullable PtpEdit packed() {
    return packed(nextPair());
  }

  @Nullable PtpEdit packed(Pair pair) {
    return Objects.requireNonNull(packed).find(pair.first(), pair.second(), DAY);
  }

  /** The same in a map of objects. */
  @Benchmark
  public @Nullable Object mapOfObjects() {
    return mapOfObjects(nextPair());
  }

  @Nullable Object mapOfObjects(Pair pair) {
    for (Window window : map.getOrDefault(new Pair(pair.first(), pair.second()), List.of())) {
      boolean open = window.to().equals("*") || window.to().compareTo("20240815") >= 0;
      if (window.indicator() != '9' && window.from().compareTo("20240815") <= 0 && open) {
        return window;
      }
    }
    return null;
  }

  /** Opening the store with the table in it. */
  @Benchmark
  public ReferenceStore open() throws ProblemsException {
    return ReferenceStore.open(data);
  }
}
