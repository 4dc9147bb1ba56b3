package org.preclaim.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.engine.artefact.ArtefactFolder;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.VocabularyFixture;
import org.preclaim.table.WorkbookFixture;

/**
 * What it costs to put policies in force: 10,000 generated rows for the first time and with one
 * cell changed, the memory that they keep, and a start with the shipped policies.
 */
public final class PublishBenchmark {

  private static final long SEED = 20261122L;
  private static final int ROWS = 10_000;
  private static final int TIMES = 15;
  private static final PrintStream OUT = System.out;

  private PublishBenchmark() {}

  /** Measures; {@code start <policies> <kept>} is the part of it that needs a new process. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 3 && arguments[0].equals("start")) {
      start(Path.of(arguments[1]), Path.of(arguments[2]));
      return;
    }
    OUT.printf("java %s%n", Runtime.version());
    Path folder = Files.createTempDirectory("publish");
    try {
      publish(folder);
      retained(folder);
      starts(folder.resolve("kept"));
    } finally {
      delete(folder);
    }
  }

  private static void publish(Path folder) throws Exception {
    List<GeneratedRow> rows = GeneratedRows.mixed(ROWS, SEED, 10_000);
    Path tables = Files.createDirectories(folder.resolve(PolicyFolder.TABLES));
    VocabularyFixture words = new VocabularyFixture();
    for (int element = 0; element < GeneratedRows.ELEMENTS; element++) {
      words.word("element", "element-" + element);
    }
    Files.write(tables.resolve("vocabulary.xlsx"), words.bytes());
    WorkbookFixture workbook = GeneratedRelease.workbook("generated", rows);
    Path file = tables.resolve("generated.xlsx");
    Files.write(file, workbook.bytes());
    double first = seconds(() -> CompiledRelease.compile(PolicyFolder.read(folder)));
    report("first time, %,d rows".formatted(ROWS), first);
    double[] again = new double[TIMES];
    for (int time = 0; time < TIMES; time++) {
      // A cell of the first table: the ages from which its first row applies.
      Files.write(file, workbook.cell("D9", Integer.toString(time)).bytes());
      again[time] = seconds(() -> CompiledRelease.compile(PolicyFolder.read(folder)));
    }
    report("one cell changed, read and linted from the file", median(again));
  }

  /** By itself, so that nothing else of this process comes or goes meanwhile. */
  private static void retained(Path folder) throws Exception {
    long before = usedHeap();
    PolicyRelease release = PolicyFolder.read(folder);
    long model = usedHeap();
    CompiledRelease compiled = CompiledRelease.compile(release);
    long all = usedHeap();
    OUT.printf(
        Locale.ROOT,
        "heap: %.1f MB for the release with its rows as they were read, %.1f MB more once compiled%n",
        (model - before) / 1e6,
        (all - model) / 1e6);
    if (compiled.policies() != ROWS) {
      throw new IllegalStateException(compiled.policies() + " policies");
    }
  }

  /** New processes with the shipped policies: nothing kept, then everything. */
  private static void starts(Path kept) throws IOException, InterruptedException {
    double[] cold = new double[TIMES];
    double[] warm = new double[TIMES];
    for (int time = 0; time < TIMES; time++) {
      delete(kept);
      cold[time] = startOnce(kept);
      warm[time] = startOnce(kept);
    }
    report("start of a process to its first decision, nothing kept", median(cold));
    report("start of a process to its first decision, compiled rules kept", median(warm));
  }

  private static double startOnce(Path kept) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PublishBenchmark.class.getName(),
                "start",
                Path.of("").toAbsolutePath().toString(),
                kept.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out.lines()
        .filter(line -> line.startsWith("STARTED "))
        .mapToDouble(line -> Double.parseDouble(line.substring("STARTED ".length())))
        .findFirst()
        .orElseThrow();
  }

  private static void start(Path policies, Path kept) throws Exception {
    ArtefactCache cache = new ArtefactFolder(kept, OUT::println);
    CompiledRelease release = CompiledRelease.compile(PolicyFolder.read(policies), cache);
    Encounter encounter =
        release.release().families().stream()
            .map(family -> family.workbook())
            .filter(workbook -> workbook != null && !workbook.scenarios().isEmpty())
            .map(workbook -> workbook.scenarios().get(0).encounter())
            .findFirst()
            .orElseThrow();
    release.evaluate(encounter);
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    OUT.println("STARTED " + (System.currentTimeMillis() - started) / 1e3);
  }

  /** Processor time of this thread, which does all of it: others on the machine do not count. */
  private static double seconds(Callable<?> work) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.call();
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void report(String what, double seconds) {
    OUT.printf(Locale.ROOT, "%-70s %8.2f s%n", what, seconds);
  }

  /** What is left after collections that find nothing more. */
  private static long usedHeap() throws InterruptedException {
    for (int time = 0; time < 4; time++) {
      System.gc();
      Thread.sleep(100);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
